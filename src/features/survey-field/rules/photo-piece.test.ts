import { expect, test } from 'vitest';
import { decidePiece, type HeldPhoto } from './photo-piece.ts';
import { largestPhoto } from './wire.ts';

const sha256 = 'a'.repeat(64);
const held = (receivedBytes: number, more: Partial<HeldPhoto> = {}): HeldPhoto => ({
  receivedBytes,
  byteSize: 100,
  sha256,
  isWhole: false,
  ...more,
});
const piece = (offset: number, bytes: number, more = {}) => ({
  offset,
  bytes,
  byteSize: 100,
  sha256,
  ...more,
});

test.each([
  ['the first piece', null, piece(0, 60), { step: 'append' }],
  ['the next piece', held(60), piece(60, 40), { step: 'append' }],
  ['a piece whose answer was lost', held(60), piece(0, 60), { step: 'go_on_from', offset: 60 }],
  ['a piece beyond what is here', held(60), piece(80, 20), { step: 'go_on_from', offset: 60 }],
  ['a later piece of a photo nobody knows', null, piece(60, 40), { step: 'go_on_from', offset: 0 }],
  ['anything of a whole photo', held(100, { isWhole: true }), piece(0, 60), { step: 'known' }],
  [
    'a photo sealed anew, from its start',
    held(60),
    piece(0, 60, { sha256: 'b'.repeat(64) }),
    { step: 'begin_anew' },
  ],
  [
    'a photo sealed anew, midway',
    held(60),
    piece(60, 40, { sha256: 'b'.repeat(64) }),
    { step: 'go_on_from', offset: 0 },
  ],
  ['more than was announced', held(60), piece(60, 41), { step: 'refuse', code: 'out_of_range' }],
  ['an empty piece', held(60), piece(60, 0), { step: 'refuse', code: 'out_of_range' }],
  [
    'a photo too large to keep',
    null,
    piece(0, 60, { byteSize: largestPhoto + 1 }),
    { step: 'refuse', code: 'too_large' },
  ],
])('%s', (_, before, came, expected) => {
  expect(decidePiece(before, came)).toEqual(expected);
});
