import sharp from 'sharp';

/** Width and height of a picture as shown, in the unit of the box it is fitted into without being stretched. */
export async function pictureSize(
  content: Uint8Array,
  box: { width: number; height: number },
): Promise<{ width: number; height: number }> {
  const { width, height } = await sharp(content).metadata();
  const scale = Math.min(box.width / width, box.height / height);
  return { width: width * scale, height: height * scale };
}
