import sharp from 'sharp';

/** A picture like no other, as a phone's camera might have taken it: some hundred KB. */
export async function makePhoto(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const noise = { type: 'gaussian', mean: 128, sigma: 20 } as const;
  const picture = sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#8a6d3b', noise } });
  return { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await picture.jpeg().toBuffer() };
}
