import type { Selectable } from 'kysely';
import type { SupportTopic } from '#kernel/support-terms.ts';
import type { Trx } from '#platform/db/connect.server.ts';
import type { ProgrammeStages, Programmes } from '#platform/db/tables.ts';
import type { ProgrammeKind } from './rules/programme-kinds.ts';
import type { TemplateKey } from './rules/templates.ts';

export type ProgrammeRow = Omit<
  Selectable<Programmes>,
  'officeCode' | 'kind' | 'topic' | 'template' | 'status'
> & {
  kind: ProgrammeKind;
  topic: SupportTopic;
  template: TemplateKey | null;
  status: 'active' | 'ended';
};
export type ProgrammeColumns = Omit<ProgrammeRow, 'programmeId'>;
export type StageRow = Omit<Selectable<ProgrammeStages>, 'officeCode' | 'programmeId'>;

const columns = [
  'programmeId',
  'kind',
  'topic',
  'name',
  'summary',
  'partnerId',
  'template',
  'status',
  'createdAt',
  'createdBy',
  'revision',
] as const;

export async function insertProgramme(
  trx: Trx,
  office: string,
  programme: ProgrammeRow,
  stages: readonly StageRow[],
): Promise<void> {
  await trx
    .insertInto('programmes')
    .values({ officeCode: office, ...programme })
    .execute();
  await insertStages(trx, office, programme.programmeId, stages);
}

export async function updateProgramme(
  trx: Trx,
  office: string,
  programmeId: string,
  changes: Partial<ProgrammeColumns>,
): Promise<void> {
  await trx
    .updateTable('programmes')
    .set(changes)
    .where('officeCode', '=', office)
    .where('programmeId', '=', programmeId)
    .execute();
}

/** Null where there is none. `lock`: held until the transaction ends. */
export async function findProgramme(
  trx: Trx,
  office: string,
  programmeId: string,
  lock = false,
): Promise<ProgrammeRow | null> {
  const query = trx
    .selectFrom('programmes')
    .select([...columns])
    .where('officeCode', '=', office)
    .where('programmeId', '=', programmeId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return (row as ProgrammeRow | undefined) ?? null;
}

/** All of the office by name, ended ones last. */
export async function listProgrammes(trx: Trx, office: string): Promise<ProgrammeRow[]> {
  const rows = await trx
    .selectFrom('programmes')
    .select([...columns])
    .where('officeCode', '=', office)
    .orderBy('status')
    .orderBy('name')
    .orderBy('programmeId')
    .execute();
  return rows as ProgrammeRow[];
}

export function listStages(trx: Trx, office: string, programmeId: string): Promise<StageRow[]> {
  return trx
    .selectFrom('programmeStages')
    .select(['stage', 'name', 'description', 'days'])
    .where('officeCode', '=', office)
    .where('programmeId', '=', programmeId)
    .orderBy('stage')
    .execute();
}

/** Puts these stages in the place of those the programme had. */
export async function replaceStages(
  trx: Trx,
  office: string,
  programmeId: string,
  stages: readonly StageRow[],
): Promise<void> {
  await trx
    .deleteFrom('programmeStages')
    .where('officeCode', '=', office)
    .where('programmeId', '=', programmeId)
    .execute();
  await insertStages(trx, office, programmeId, stages);
}

async function insertStages(
  trx: Trx,
  office: string,
  programmeId: string,
  stages: readonly StageRow[],
): Promise<void> {
  if (stages.length === 0) return;
  await trx
    .insertInto('programmeStages')
    .values(stages.map((stage) => ({ officeCode: office, programmeId, ...stage })))
    .execute();
}
