import { largestPhoto } from './wire.ts';

/** What the office holds of a sealed photo. */
export type HeldPhoto = { receivedBytes: number; byteSize: number; sha256: string; isWhole: boolean };

/** A piece of it that came: where it begins, how long it is, and of what. */
export type PhotoPiece = { offset: number; bytes: number; byteSize: number; sha256: string };

export type PieceDecided =
  /** All of it is here: nothing is left to send. */
  | { step: 'known' }
  /** Other bytes than those expected: the phone goes on from there. */
  | { step: 'go_on_from'; offset: number }
  /** The phone sealed it anew: what lies here is of no use. */
  | { step: 'begin_anew' }
  | { step: 'append' }
  | { step: 'refuse'; code: 'too_large' | 'out_of_range' };

/** What to do with a piece. Pieces come again after a lost answer, and of a photo that was sealed a second time. */
export function decidePiece(held: HeldPhoto | null, piece: PhotoPiece): PieceDecided {
  if (held?.isWhole) return { step: 'known' };
  if (piece.byteSize > largestPhoto) return { step: 'refuse', code: 'too_large' };
  if (piece.bytes === 0 || piece.offset + piece.bytes > piece.byteSize)
    return { step: 'refuse', code: 'out_of_range' };
  const isAnother = held && (held.sha256 !== piece.sha256 || held.byteSize !== piece.byteSize);
  if (isAnother) return piece.offset === 0 ? { step: 'begin_anew' } : { step: 'go_on_from', offset: 0 };
  const received = held?.receivedBytes ?? 0;
  if (piece.offset !== received) return { step: 'go_on_from', offset: received };
  return { step: 'append' };
}
