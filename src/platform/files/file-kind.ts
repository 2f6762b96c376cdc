/** Files an officer may keep as proof, by the bytes they begin with; a name or a stated type proves nothing. */
export type FileKind = { mediaType: string; extension: string };

const startsWith = (bytes: Uint8Array, wanted: readonly number[], at = 0) =>
  wanted.every((byte, index) => bytes[at + index] === byte);
const textAt = (bytes: Uint8Array, at: number, length: number) =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** Brands of the photos that newer phones take. */
const heic = ['heic', 'heix', 'hevc', 'mif1', 'msf1'];

/** JPEG, PNG, WebP, HEIC or PDF; null for anything else. Needs the first 12 bytes. */
export function fileKindOf(bytes: Uint8Array): FileKind | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return { mediaType: 'image/jpeg', extension: 'jpg' };
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    return { mediaType: 'image/png', extension: 'png' };
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP')
    return { mediaType: 'image/webp', extension: 'webp' };
  if (textAt(bytes, 4, 4) === 'ftyp' && heic.includes(textAt(bytes, 8, 4)))
    return { mediaType: 'image/heic', extension: 'heic' };
  if (textAt(bytes, 0, 5) === '%PDF-') return { mediaType: 'application/pdf', extension: 'pdf' };
  return null;
}
