import type { Selectable } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { Files } from '#platform/db/tables.ts';

export type FileRow = Selectable<Files>;

export async function insertFile(trx: Trx, file: FileRow): Promise<void> {
  await trx.insertInto('files').values(file).execute();
}

export function findFile(trx: Trx, office: string, fileId: string): Promise<FileRow | undefined> {
  return trx
    .selectFrom('files')
    .selectAll()
    .where('officeCode', '=', office)
    .where('fileId', '=', fileId)
    .executeTakeFirst();
}

export async function deleteFile(trx: Trx, office: string, fileId: string): Promise<void> {
  await trx.deleteFrom('files').where('officeCode', '=', office).where('fileId', '=', fileId).execute();
}

type FileFacts = Pick<
  FileRow,
  'fileId' | 'originalName' | 'mediaType' | 'byteSize' | 'sha256' | 'createdAt' | 'createdBy'
>;

/** What is known of these files, the earliest first. */
export function listFileNames(trx: Trx, office: string, fileIds: readonly string[]): Promise<FileFacts[]> {
  return trx
    .selectFrom('files')
    .select(['fileId', 'originalName', 'mediaType', 'byteSize', 'sha256', 'createdAt', 'createdBy'])
    .where('officeCode', '=', office)
    .where((eb) => eb('fileId', '=', eb.fn.any(eb.val([...fileIds]))))
    .orderBy('createdAt')
    .orderBy('fileId')
    .execute();
}
