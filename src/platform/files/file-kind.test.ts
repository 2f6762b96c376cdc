import { expect, test } from 'vitest';
import { fileKindOf } from './file-kind.ts';

const bytes = (text: string) => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));

test.each([
  ['\xff\xd8\xff\xe0 a photo', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n a picture', 'image/png'],
  ['RIFF\x00\x00\x00\x00WEBPVP8 ', 'image/webp'],
  ['\x00\x00\x00\x18ftypheic\x00\x00', 'image/heic'],
  ['%PDF-1.7\n', 'application/pdf'],
])('a file that begins like %j is kept as %s', (begin, mediaType) => {
  expect(fileKindOf(bytes(begin))?.mediaType).toBe(mediaType);
});

test.each([
  'MZ\x90\x00 a program',
  '<html><script>',
  '\x00\x00\x00\x18ftypmp42 a film',
  'PK\x03\x04 a zip',
  '',
  '%P',
])('what begins like %j is no proof, whatever its name says', (begin) => {
  expect(fileKindOf(bytes(begin))).toBeNull();
});
