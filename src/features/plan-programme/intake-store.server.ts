import type { Selectable } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { Intakes } from '#platform/db/tables.ts';
import type { IntakeStatus } from './rules/intake-state.ts';

export type IntakeRow = Omit<Selectable<Intakes>, 'officeCode' | 'status'> & { status: IntakeStatus };
export type IntakeColumns = Omit<IntakeRow, 'intakeId'>;

const columns = [
  'intakeId',
  'programmeId',
  'name',
  'code',
  'stage',
  'partnerId',
  'place',
  'startsOn',
  'endsOn',
  'seats',
  'costPerSeat',
  'budgetLineId',
  'applicationsOpenAt',
  'applicationsCloseAt',
  'status',
  'statusReason',
  'createdAt',
  'createdBy',
  'revision',
] as const;

export async function insertIntake(trx: Trx, office: string, intake: IntakeRow): Promise<void> {
  await trx
    .insertInto('intakes')
    .values({ officeCode: office, ...intake })
    .execute();
}

export async function updateIntake(
  trx: Trx,
  office: string,
  intakeId: string,
  changes: Partial<IntakeColumns>,
): Promise<void> {
  await trx
    .updateTable('intakes')
    .set((eb) => ({ ...changes, revision: eb('revision', '+', 1) }))
    .where('officeCode', '=', office)
    .where('intakeId', '=', intakeId)
    .execute();
}

/** Null where there is none. `lock`: held until the transaction ends. */
export async function findIntake(
  trx: Trx,
  office: string,
  intakeId: string,
  lock = false,
): Promise<IntakeRow | null> {
  const query = trx
    .selectFrom('intakes')
    .select([...columns])
    .where('officeCode', '=', office)
    .where('intakeId', '=', intakeId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return (row as IntakeRow | undefined) ?? null;
}

/** By the code in its public address. */
export async function findIntakeByCode(trx: Trx, office: string, code: string): Promise<IntakeRow | null> {
  // Anybody may ask for anything; the database takes no null character.
  if (!/^[\w-]{1,40}$/.test(code)) return null;
  const row = await trx
    .selectFrom('intakes')
    .select([...columns])
    .where('officeCode', '=', office)
    .where('code', '=', code)
    .executeTakeFirst();
  return (row as IntakeRow | undefined) ?? null;
}

/** All of the office, or of one programme; the one that begins last first. */
export async function listIntakes(
  trx: Trx,
  office: string,
  { programmeId }: { programmeId?: string } = {},
): Promise<IntakeRow[]> {
  let query = trx
    .selectFrom('intakes')
    .select([...columns])
    .where('officeCode', '=', office);
  if (programmeId !== undefined) query = query.where('programmeId', '=', programmeId);
  const rows = await query.orderBy('startsOn', 'desc').orderBy('intakeId', 'desc').execute();
  return rows as IntakeRow[];
}
