import sharp from 'sharp';
import type { Random } from '#sample/random.ts';

const WIDTH = 480;
const HEIGHT = 360;
const cloths = ['#27346B', '#8A5A2B', '#B3382C', '#3E7A4B', '#6B4A86', '#2F6F7E'];

/** A picture for an invented visit: some cloth on a wall, as no two others. It says that it is an example. */
export function samplePhoto(draw: Random): Promise<Buffer> {
  const shapes = Array.from({ length: 14 }, () => {
    const [x, y] = [draw.integer(0, WIDTH - 60), draw.integer(0, HEIGHT - 60)];
    const [width, height] = [draw.integer(40, 200), draw.integer(30, 160)];
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${draw.integer(0, 30)}"
      fill="${draw.pick(cloths)}" opacity="${draw.integer(3, 9) / 10}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <rect width="${WIDTH}" height="${HEIGHT}" fill="#E9DFC9"/>${shapes.join('')}
    <text x="12" y="${HEIGHT - 14}" font-family="sans-serif" font-size="20" fill="#333">Foto contoh</text></svg>`;
  return sharp(Buffer.from(svg)).webp({ quality: 60, effort: 1 }).toBuffer();
}
