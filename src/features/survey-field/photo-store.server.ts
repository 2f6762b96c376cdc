import type { Updateable } from 'kysely';
import { isId } from '#kernel/id.ts';
import type { Trx } from '#platform/db/connect.server.ts';
import type { SubmissionPhotos } from '#platform/db/tables.ts';

export type PhotoState = 'receiving' | 'stored' | 'ready' | 'broken';

export type PhotoRow = {
  photoId: string;
  submissionId: string;
  item: string | null;
  byteSize: number;
  receivedBytes: number;
  sha256: Buffer;
  state: PhotoState;
  storageKey: string | null;
  keyId: string | null;
  mediaType: string | null;
  width: number | null;
  height: number | null;
  receivedAt: Date;
};

const columns = [
  'photoId',
  'submissionId',
  'item',
  'byteSize',
  'receivedBytes',
  'sha256',
  'state',
  'storageKey',
  'keyId',
  'mediaType',
  'width',
  'height',
  'receivedAt',
] as const;

export async function findPhoto(trx: Trx, office: string, photoId: string): Promise<PhotoRow | null> {
  const row = await trx
    .selectFrom('submissionPhotos')
    .select(columns)
    .where('officeCode', '=', office)
    .where('photoId', '=', photoId)
    .executeTakeFirst();
  return (row as PhotoRow | undefined) ?? null;
}

/** Held until the transaction ends: two who send the same photo take turns. */
export async function lockPhoto(trx: Trx, office: string, photoId: string): Promise<PhotoRow | null> {
  const row = await trx
    .selectFrom('submissionPhotos')
    .select(columns)
    .where('officeCode', '=', office)
    .where('photoId', '=', photoId)
    .forUpdate()
    .executeTakeFirst();
  return (row as PhotoRow | undefined) ?? null;
}

/** A UUIDv7 tells when it was made: as the photo was taken, by the phone's clock. Other ids tell nothing. */
const takenAt = (photoId: string): Date | null =>
  isId(photoId) ? new Date(Number.parseInt(photoId.replace('-', '').slice(0, 12), 16)) : null;

/** Of two who begin the same photo at once one waits here, and finds it begun. */
export async function beginPhoto(
  trx: Trx,
  office: string,
  photo: Pick<PhotoRow, 'photoId' | 'submissionId' | 'item' | 'byteSize' | 'sha256' | 'keyId' | 'receivedAt'>,
): Promise<void> {
  await trx
    .insertInto('submissionPhotos')
    .values({ officeCode: office, ...photo, takenAt: takenAt(photo.photoId), state: 'receiving' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function updatePhoto(
  trx: Trx,
  office: string,
  photoId: string,
  changes: Updateable<SubmissionPhotos>,
): Promise<void> {
  await trx
    .updateTable('submissionPhotos')
    .set(changes)
    .where('officeCode', '=', office)
    .where('photoId', '=', photoId)
    .execute();
}

/** Whole photos that nobody has opened yet, oldest first. */
export async function listStoredPhotos(trx: Trx, office: string, limit: number): Promise<PhotoRow[]> {
  const rows = await trx
    .selectFrom('submissionPhotos')
    .select(columns)
    .where('officeCode', '=', office)
    .where('state', '=', 'stored')
    .orderBy('receivedAt')
    .orderBy('photoId')
    .limit(limit)
    .execute();
  return rows as PhotoRow[];
}

/** Which of these photos were opened: their sealed bytes are of no more use. */
export async function listReadyPhotos(trx: Trx, office: string, ids: readonly string[]): Promise<string[]> {
  const rows = await trx
    .selectFrom('submissionPhotos')
    .select('photoId')
    .where('officeCode', '=', office)
    .where('state', '=', 'ready')
    .where((eb) => eb('photoId', '=', eb.fn.any(eb.val([...ids]))))
    .execute();
  return rows.map(({ photoId }) => photoId);
}

/** Which of these photos the office has whole. */
export async function listWholePhotos(
  trx: Trx,
  office: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('submissionPhotos')
    .select('photoId')
    .where('officeCode', '=', office)
    .where('state', '<>', 'receiving')
    .where((eb) => eb('photoId', '=', eb.fn.any(eb.val([...ids]))))
    .execute();
  return new Set(rows.map(({ photoId }) => photoId));
}
