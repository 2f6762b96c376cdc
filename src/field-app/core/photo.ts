/** Pixels of the long edge, and bytes of a photo as it leaves the phone (before sealing). */
export const longestEdge = 1280;
export const aimBytes = 150 * 1024;
const previewEdge = 160;
/** Tried in turn until the photo is small enough; the last one stands. */
const qualities = [0.8, 0.68, 0.55, 0.42];

export type Size = { width: number; height: number };

/** The size within a square of `edge`, never enlarged. */
export function fitWithin({ width, height }: Size, edge: number): Size {
  const scale = Math.min(1, edge / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The best quality whose result is within `aim`; else the smallest there is. */
export async function encodeWithin(encode: (quality: number) => Promise<Blob>, aim: number): Promise<Blob> {
  let smallest: Blob | null = null;
  for (const quality of qualities) {
    const blob = await encode(quality);
    if (blob.size <= aim) return blob;
    if (!smallest || blob.size < smallest.size) smallest = blob;
  }
  return smallest!;
}

export type CompressedPhoto = { bytes: Uint8Array<ArrayBuffer>; preview: string };

/**
 * A photo from the camera, drawn anew: upright, small, and without what the camera wrote into it (place, maker, serial
 * number). Throws for what is no picture.
 */
export async function compressPhoto(file: Blob): Promise<CompressedPhoto> {
  // Chrome 80 does not know the word and stands pictures upright by itself.
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() =>
    createImageBitmap(file),
  );
  try {
    const large = drawn(picture, fitWithin(picture, longestEdge));
    const blob = await encodeWithin((quality) => jpeg(large, quality), aimBytes);
    const small = drawn(picture, fitWithin(picture, previewEdge));
    return { bytes: new Uint8Array(await blob.arrayBuffer()), preview: small.toDataURL('image/jpeg', 0.7) };
  } finally {
    picture.close();
  }
}

function drawn(picture: ImageBitmap, size: Size): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(picture, 0, 0, size.width, size.height);
  return canvas;
}

function jpeg(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the photo could not be written'))),
      'image/jpeg',
      quality,
    ),
  );
}
