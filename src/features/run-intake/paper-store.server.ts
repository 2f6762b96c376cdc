import type { Trx } from '#platform/db/connect.server.ts';
import type { SpjFileKind } from './rules/spj-checklist.ts';

/** What is kept of the settings of an intake's papers, over their first values; null: nothing yet. */
export async function findPaperSettings(
  trx: Trx,
  office: string,
  intakeId: string,
): Promise<{ settings: unknown; revision: number } | null> {
  const row = await trx
    .selectFrom('intakePapers')
    .select(['settings', 'revision'])
    .where('officeCode', '=', office)
    .where('intakeId', '=', intakeId)
    .executeTakeFirst();
  return row ?? null;
}

/** False where somebody else saved since `revision` (0: nothing was kept yet). */
export async function savePaperSettings(
  trx: Trx,
  office: string,
  {
    intakeId,
    settings,
    revision,
    ...by
  }: {
    intakeId: string;
    settings: object;
    revision: number;
    changedAt: Date;
    changedBy: string;
  },
): Promise<boolean> {
  const kept = JSON.stringify(settings);
  if (revision === 0) {
    const answer = await trx
      .insertInto('intakePapers')
      .values({ officeCode: office, intakeId, settings: kept, ...by })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return answer.numInsertedOrUpdatedRows === 1n;
  }
  const answer = await trx
    .updateTable('intakePapers')
    .set({ settings: kept, revision: revision + 1, ...by })
    .where('officeCode', '=', office)
    .where('intakeId', '=', intakeId)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return answer.numUpdatedRows === 1n;
}

export type IntakeFile = {
  fileId: string;
  intakeId: string;
  sessionId: string | null;
  kind: SpjFileKind;
  originalName: string;
  mediaType: string;
  byteSize: number;
  storageKey: string;
  caption: string | null;
  addedAt: Date;
  addedBy: string;
  removedAt: Date | null;
};

const fileColumns = [
  'fileId',
  'intakeId',
  'sessionId',
  'kind',
  'originalName',
  'mediaType',
  'byteSize',
  'storageKey',
  'caption',
  'addedAt',
  'addedBy',
  'removedAt',
] as const;

/** Files of an intake's folder in the order they came; those taken out are left out. */
export async function listIntakeFiles(trx: Trx, office: string, intakeId: string): Promise<IntakeFile[]> {
  const rows = await trx
    .selectFrom('intakeFiles')
    .select([...fileColumns])
    .where('officeCode', '=', office)
    .where('intakeId', '=', intakeId)
    .where('removedAt', 'is', null)
    .orderBy('addedAt')
    .orderBy('fileId')
    .execute();
  return rows as IntakeFile[];
}

/** One file, also of those taken out. */
export async function findIntakeFile(
  trx: Trx,
  office: string,
  { intakeId, fileId }: { intakeId: string; fileId: string },
): Promise<IntakeFile | null> {
  const row = await trx
    .selectFrom('intakeFiles')
    .select([...fileColumns])
    .where('officeCode', '=', office)
    .where('intakeId', '=', intakeId)
    .where('fileId', '=', fileId)
    .executeTakeFirst();
  return (row as IntakeFile | undefined) ?? null;
}

/** False where the same file lies there under the same heading already. */
export async function insertIntakeFile(
  trx: Trx,
  office: string,
  file: Omit<IntakeFile, 'removedAt'> & { sha256: Buffer },
): Promise<boolean> {
  const answer = await trx
    .insertInto('intakeFiles')
    .values({ officeCode: office, ...file })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return answer.numInsertedOrUpdatedRows === 1n;
}

/** Takes a file out of the folder (`removedAt` set) or puts it back (null). */
export async function updateFileRemoved(
  trx: Trx,
  office: string,
  fileId: string,
  removed: { removedAt: Date | null; removedBy: string | null },
): Promise<void> {
  await trx
    .updateTable('intakeFiles')
    .set(removed)
    .where('officeCode', '=', office)
    .where('fileId', '=', fileId)
    .execute();
}
