import { type Selectable, sql, type Updateable } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { CandidatePairs } from '#platform/db/tables.ts';
import type { Decision } from './rules/decisions.ts';
import type { Step } from './rules/evidence.ts';
import { readSteps } from './rules/evidence.ts';
import type { Band } from './rules/false-merge-target.ts';
import type { PairStatus } from './rules/pair-state.ts';

export type Suggestion = 'same' | 'same_owner';
export type FoundBy = 'list' | 'arrival' | 'register' | 'phone' | 'person';

export type PairRow = Omit<
  Selectable<CandidatePairs>,
  'status' | 'decision' | 'band' | 'suggests' | 'steps'
> & {
  status: PairStatus;
  decision: Decision | null;
  band: Band;
  suggests: Suggestion;
  steps: Step[];
};

const typed = (row: Selectable<CandidatePairs>): PairRow =>
  ({ ...row, steps: readSteps(row.steps) }) as PairRow;

export type PairToInsert = {
  pairId: string;
  leftId: string;
  rightId: string;
  weight: number;
  probability: number;
  band: Band;
  suggests: Suggestion;
  steps: readonly Step[];
  conflict: string | null;
  status: 'open' | 'proposed';
  runId: string | null;
  foundBy: FoundBy;
  villageCode: string | null;
};

/**
 * Adds pairs, or brings those that wait already up to date: what speaks for them now takes the place of what did, be it
 * more or less, and a pair that was only proposed, or looked alike no more (`setAsideUnlike`), is opened. What a person
 * took apart, or what would chain others together, stays so. One that was decided, asked or set aside otherwise stays
 * as it is; and a proposal changes nothing but proposals.
 */
export async function upsertPairs(
  trx: Trx,
  office: string,
  pairs: readonly PairToInsert[],
  at: Date,
): Promise<{ inserted: number; renewed: number; sure: number }> {
  const { rows } = await sql<{ isNew: boolean; band: string }>`
    insert into candidate_pairs as kept (office_code, pair_id, left_id, right_id, weight, probability, band, suggests,
      steps, conflict, status, run_id, found_by, village_code, found_at)
    select ${office}, p."pairId", p."leftId", p."rightId", p.weight, p.probability, p.band, p.suggests, p.steps,
      p.conflict, p.status, p."runId", p."foundBy", p."villageCode", ${at}
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p ("pairId" uuid, "leftId" uuid, "rightId" uuid,
      weight real, probability real, band text, suggests text, steps jsonb, conflict text, status text, "runId" uuid,
      "foundBy" text, "villageCode" text)
    on conflict (office_code, left_id, right_id) do update set
      weight = excluded.weight, probability = excluded.probability,
      band = case when kept.conflict in ('undone', 'chain') then 'review' else excluded.band end,
      suggests = excluded.suggests, steps = excluded.steps,
      conflict = case when kept.conflict in ('undone', 'chain') then kept.conflict else excluded.conflict end,
      status = excluded.status
    where kept.status = 'proposed' or (excluded.status = 'open'
      and (kept.status = 'open' or (kept.status = 'set_aside' and kept.probability = 0)))
    returning (xmax = 0) as is_new, band`.execute(trx);
  return {
    inserted: rows.filter(({ isNew }) => isNew).length,
    renewed: rows.filter(({ isNew }) => !isNew).length,
    sure: rows.filter(({ band }) => band === 'sure').length,
  };
}

/** The pair, held against other writers until the transaction ends. */
export async function lockPair(trx: Trx, office: string, pairId: string): Promise<PairRow | null> {
  const row = await trx
    .selectFrom('candidatePairs')
    .selectAll()
    .where('officeCode', '=', office)
    .where('pairId', '=', pairId)
    .forUpdate()
    .executeTakeFirst();
  return row ? typed(row) : null;
}

/** The pair of these two, in whichever order they are named. */
export async function findPairOf(
  trx: Trx,
  office: string,
  one: string,
  other: string,
): Promise<PairRow | null> {
  const [leftId, rightId] = one < other ? [one, other] : [other, one];
  const row = await trx
    .selectFrom('candidatePairs')
    .selectAll()
    .where('officeCode', '=', office)
    .where('leftId', '=', leftId)
    .where('rightId', '=', rightId)
    .executeTakeFirst();
  return row ? typed(row) : null;
}

export async function listPairs(trx: Trx, office: string, pairIds: readonly string[]): Promise<PairRow[]> {
  if (pairIds.length === 0) return [];
  const rows = await trx
    .selectFrom('candidatePairs')
    .selectAll()
    .where('officeCode', '=', office)
    .where('pairId', 'in', [...pairIds])
    .execute();
  const byId = new Map(rows.map((row) => [row.pairId, typed(row)]));
  return pairIds.flatMap((pairId) => byId.get(pairId) ?? []);
}

/** What still waits for somebody, the surest first; `examples`: of the sure ones, as the lot falls. */
export async function listWaiting(
  trx: Trx,
  office: string,
  { examples, except, limit }: { examples: boolean; except: readonly string[]; limit: number },
): Promise<PairRow[]> {
  let query = trx
    .selectFrom('candidatePairs')
    .selectAll()
    .where('officeCode', '=', office)
    .where('status', '=', 'open')
    .where(sql<boolean>`not (pair_id = any(${[...except]}::uuid[]))`)
    .limit(limit);
  query = examples
    ? query.where('band', '=', 'sure').orderBy(sql`md5(pair_id::text)`)
    : query.orderBy('band', 'desc').orderBy('weight', 'desc').orderBy('pairId');
  return (await query.execute()).map(typed);
}

export type PairEnds = Pick<PairRow, 'pairId' | 'leftId' | 'rightId' | 'band' | 'status'>;

/** Every pair that waits, of the office or of these enterprises, as far as counting needs. */
export async function listEnds(
  trx: Trx,
  office: string,
  touching: readonly string[] | null = null,
): Promise<PairEnds[]> {
  let query = trx
    .selectFrom('candidatePairs')
    .select(['pairId', 'leftId', 'rightId', 'band', 'status'])
    .where('officeCode', '=', office)
    .where('status', 'in', ['open', 'asked']);
  if (touching) {
    const ids = sql`any(${[...touching]}::uuid[])`;
    query = query.where(sql<boolean>`(left_id = ${ids} or right_id = ${ids})`);
  }
  return (await query.execute()) as PairEnds[];
}

/**
 * Whether anything between an enterprise of the one group and one of the other wants a person: somebody said that they
 * are different, the kelurahan is being asked, or a pair that waits holds a contradiction or was taken apart.
 */
export async function isPersonNeeded(
  trx: Trx,
  office: string,
  one: readonly string[],
  other: readonly string[],
): Promise<boolean> {
  const [a, b] = [sql`any(${[...one]}::uuid[])`, sql`any(${[...other]}::uuid[])`];
  const { rows } = await sql`select 1 from candidate_pairs
    where office_code = ${office}
      and (decision in ('different', 'same_owner') or status = 'asked' or (status = 'open' and conflict is not null))
      and ((left_id = ${a} and right_id = ${b}) or (left_id = ${b} and right_id = ${a})) limit 1`.execute(
    trx,
  );
  return rows.length > 0;
}

export async function updatePair(
  trx: Trx,
  office: string,
  pairId: string,
  changes: Omit<Updateable<CandidatePairs>, 'status' | 'decision' | 'steps'> & {
    status?: PairStatus;
    decision?: Decision | null;
  },
): Promise<void> {
  await trx
    .updateTable('candidatePairs')
    .set(changes)
    .where('officeCode', '=', office)
    .where('pairId', '=', pairId)
    .execute();
}

/**
 * Sets pairs aside that another decision has settled, or whose records are gone (`settledBy` null). One that somebody
 * is deciding at this moment is passed over: they are told themselves, and nobody waits for anybody in a circle.
 */
export async function setAside(
  trx: Trx,
  office: string,
  pairIds: readonly string[],
  settledBy: string | null,
): Promise<void> {
  if (pairIds.length === 0) return;
  const free = trx
    .selectFrom('candidatePairs')
    .select('pairId')
    .where('officeCode', '=', office)
    .where('pairId', 'in', [...pairIds])
    .where('status', 'in', ['open', 'asked', 'proposed'])
    .forUpdate()
    .skipLocked();
  await trx
    .updateTable('candidatePairs')
    .set({
      status: 'set_aside',
      settledBy,
      decision: null,
      decidedAt: null,
      decidedBy: null,
      decidedById: null,
    })
    .where('officeCode', '=', office)
    .where('pairId', 'in', free)
    .execute();
}

/**
 * Sets pairs aside that do not look alike any more, with probability 0, by which they are known when they are found
 * again. What a person took apart, or what would chain others together, waits for a person all the same.
 */
export async function setAsideUnlike(trx: Trx, office: string, pairIds: readonly string[]): Promise<void> {
  if (pairIds.length === 0) return;
  await sql`update candidate_pairs set status = 'set_aside', weight = 0, probability = 0, band = 'review', steps = '[]',
      conflict = null
    where office_code = ${office} and pair_id = any(${[...pairIds]}::uuid[]) and status in ('open', 'proposed')
      and (conflict is null or conflict not in ('undone', 'chain'))`.execute(trx);
}

/** Opens again what a decision had settled besides. */
export async function reopenSettled(trx: Trx, office: string, settledBy: string): Promise<void> {
  await trx
    .updateTable('candidatePairs')
    .set({ status: 'open', settledBy: null })
    .where('officeCode', '=', office)
    .where('settledBy', '=', settledBy)
    .where('status', '=', 'set_aside')
    .execute();
}

/** The latest decisions, by people and by the machine. */
export async function listDecided(trx: Trx, office: string, limit: number): Promise<PairRow[]> {
  const rows = await trx
    .selectFrom('candidatePairs')
    .selectAll()
    .where('officeCode', '=', office)
    .where('decidedAt', 'is not', null)
    .orderBy('decidedAt', 'desc')
    .orderBy('pairId', 'desc')
    .limit(limit)
    .execute();
  return rows.map(typed);
}

/** The next sure pairs to be merged, held; those that somebody is at just now are passed over. */
export async function lockSure(trx: Trx, office: string, limit: number): Promise<PairRow[]> {
  const rows = await trx
    .selectFrom('candidatePairs')
    .selectAll()
    .where('officeCode', '=', office)
    .where('status', '=', 'open')
    .where('band', '=', 'sure')
    .orderBy('weight', 'desc')
    .orderBy('pairId')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(typed);
}

/** Sorts what waits into bands anew, after the office has chosen another target. */
export async function reband(trx: Trx, office: string, leastProbability: number): Promise<void> {
  await sql`update candidate_pairs set band =
      case when conflict is null and probability >= ${leastProbability}::real then 'sure' else 'review' end
    where office_code = ${office} and status in ('open', 'proposed')`.execute(trx);
}

/** What a run has found and nobody has taken over yet. */
export async function listProposed(
  trx: Trx,
  office: string,
  runId: string,
): Promise<Pick<PairRow, 'leftId' | 'rightId' | 'band'>[]> {
  const rows = await trx
    .selectFrom('candidatePairs')
    .select(['leftId', 'rightId', 'band'])
    .where('officeCode', '=', office)
    .where('runId', '=', runId)
    .where('status', '=', 'proposed')
    .execute();
  return rows as Pick<PairRow, 'leftId' | 'rightId' | 'band'>[];
}

/** Pairs of these enterprises that wait for somebody, or would once a run is taken over. */
export async function listPending(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<Pick<PairRow, 'pairId' | 'leftId' | 'rightId' | 'status'>[]> {
  const ids = sql`any(${[...enterpriseIds]}::uuid[])`;
  const rows = await trx
    .selectFrom('candidatePairs')
    .select(['pairId', 'leftId', 'rightId', 'status'])
    .where('officeCode', '=', office)
    .where('status', 'in', ['open', 'asked', 'proposed'])
    .where(sql<boolean>`(left_id = ${ids} or right_id = ${ids})`)
    .execute();
  return rows as Pick<PairRow, 'pairId' | 'leftId' | 'rightId' | 'status'>[];
}

export async function openProposed(trx: Trx, office: string, runId: string): Promise<void> {
  await trx
    .updateTable('candidatePairs')
    .set({ status: 'open' })
    .where('officeCode', '=', office)
    .where('runId', '=', runId)
    .where('status', '=', 'proposed')
    .execute();
}

export async function deleteProposed(trx: Trx, office: string, runId: string): Promise<void> {
  await trx
    .deleteFrom('candidatePairs')
    .where('officeCode', '=', office)
    .where('runId', '=', runId)
    .where('status', '=', 'proposed')
    .execute();
}

/** Pairs in the order of their ids, those of one enterprise on request. */
export async function listPage(
  trx: Trx,
  office: string,
  {
    status,
    enterpriseId,
    after,
    limit,
  }: { status: readonly PairStatus[]; enterpriseId: string | undefined; after: string | null; limit: number },
): Promise<PairRow[]> {
  let query = trx
    .selectFrom('candidatePairs')
    .selectAll()
    .where('officeCode', '=', office)
    .where('status', 'in', [...status])
    .orderBy('pairId')
    .limit(limit);
  if (after !== null) query = query.where('pairId', '>', after);
  if (enterpriseId !== undefined)
    query = query.where((eb) => eb.or([eb('leftId', '=', enterpriseId), eb('rightId', '=', enterpriseId)]));
  return (await query.execute()).map(typed);
}
