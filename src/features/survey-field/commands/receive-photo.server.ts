import { systemActor } from '#kernel/actor.ts';
import { type CommandContext, inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { beginPhoto, findPhoto, lockPhoto, type PhotoRow, updatePhoto } from '../photo-store.server.ts';
import { decidePiece, type HeldPhoto } from '../rules/photo-piece.ts';
import { hashOfFile, removeFile, sealedKey, writePiece } from './sealed-file.server.ts';

export type ComingPhoto = {
  photoId: string;
  submissionId: string;
  item: string;
  keyId: string;
  /** Of the whole sealed photo. */
  byteSize: number;
  /** Hex, of the whole sealed photo. */
  sha256: string;
};

export type PhotoAnswer =
  /** Durable up to here; equal to the size: the office has all of it. */
  | { state: 'held'; offset: number }
  /** The piece was not the one expected: go on from there. */
  | { state: 'go_on_from'; offset: number }
  | { state: 'refused'; code: 'too_large' | 'out_of_range' };

/** Photos come by the hundred: one job opens all that are there. */
const GATHER_SECONDS = 10;

const heldAs = (row: PhotoRow): HeldPhoto => ({
  receivedBytes: row.receivedBytes,
  byteSize: row.byteSize,
  sha256: row.sha256.toString('hex'),
  isWhole: row.state !== 'receiving',
});

/**
 * Takes one piece of a sealed photo; when this answers, it is on the disk. The row of the photo is held meanwhile, so
 * that two who send the same photo cannot mix their bytes, in whichever process they arrive.
 */
export function receivePiece(
  services: Services,
  officeCode: string,
  photo: ComingPhoto,
  offset: number,
  piece: Buffer,
): Promise<PhotoAnswer> {
  const actor = systemActor(officeCode, 'HP pendata');
  return inOneTransaction(services, actor, async (context) => {
    const { trx } = context;
    const coming = { offset, bytes: piece.length, byteSize: photo.byteSize, sha256: photo.sha256 };
    let row = await lockPhoto(trx, officeCode, photo.photoId);
    if (!row && decidePiece(null, coming).step === 'append') {
      await beginPhoto(trx, officeCode, {
        ...photo,
        sha256: Buffer.from(photo.sha256, 'hex'),
        receivedAt: context.now,
      });
      row = await lockPhoto(trx, officeCode, photo.photoId);
    }
    const decided = decidePiece(row && heldAs(row), coming);
    if (decided.step === 'refuse') return { state: 'refused', code: decided.code };
    if (decided.step === 'known') return { state: 'held', offset: row?.byteSize ?? photo.byteSize };
    if (decided.step === 'go_on_from') return { state: 'go_on_from', offset: decided.offset };
    return keep(context, photo, offset, piece);
  });
}

async function keep(
  { trx, officeCode, services, enqueue }: CommandContext,
  { photoId, submissionId, item, keyId, byteSize, sha256 }: ComingPhoto,
  offset: number,
  piece: Buffer,
): Promise<PhotoAnswer> {
  const storageKey = sealedKey(officeCode, photoId);
  const path = services.files.pathOf(storageKey);
  await writePiece(path, offset, piece);
  const received = offset + piece.length;
  const facts = { submissionId, item, keyId, byteSize, sha256: Buffer.from(sha256, 'hex'), storageKey };
  if (received < byteSize) {
    await updatePhoto(trx, officeCode, photoId, { ...facts, receivedBytes: received });
    return { state: 'held', offset: received };
  }
  if ((await hashOfFile(path, byteSize)) !== sha256) {
    // What lies here is not what the phone holds: all of it once more.
    await removeFile(path);
    await updatePhoto(trx, officeCode, photoId, { ...facts, receivedBytes: 0 });
    return { state: 'go_on_from', offset: 0 };
  }
  await updatePhoto(trx, officeCode, photoId, { ...facts, receivedBytes: received, state: 'stored' });
  await enqueue({ queue: 'open-photos', data: {}, singletonKey: officeCode, gatherSeconds: GATHER_SECONDS });
  return { state: 'held', offset: received };
}

/** How much of a photo the office holds; null when it knows nothing of it. */
export function heldOfPhoto(
  services: Services,
  officeCode: string,
  photoId: string,
): Promise<{ offset: number; byteSize: number } | null> {
  return inOneTransaction(services, systemActor(officeCode, 'HP pendata'), async ({ trx }) => {
    const row = await findPhoto(trx, officeCode, photoId);
    if (!row) return null;
    return { offset: row.state === 'receiving' ? row.receivedBytes : row.byteSize, byteSize: row.byteSize };
  });
}
