import { type Selectable, sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { QualitySamples } from '#platform/db/tables.ts';
import type { Decision } from './rules/decisions.ts';
import type { DrawnSample } from './rules/draw-sample.ts';
import type { PairTotals, Stratum } from './rules/quality-estimate.ts';

export type SampleRow = Omit<Selectable<QualitySamples>, 'stratum' | 'decision'> & {
  stratum: Stratum;
  decision: Decision | null;
};

export async function insertSamples(
  trx: Trx,
  office: string,
  quarter: string,
  samples: readonly (DrawnSample & { sampleId: string })[],
  at: Date,
): Promise<void> {
  if (samples.length === 0) return;
  await trx
    .insertInto('qualitySamples')
    .values(samples.map((sample) => ({ officeCode: office, quarter, drawnAt: at, ...sample })))
    .execute();
}

export async function listSamples(
  trx: Trx,
  office: string,
  quarters: readonly string[],
): Promise<SampleRow[]> {
  const rows = await trx
    .selectFrom('qualitySamples')
    .selectAll()
    .where('officeCode', '=', office)
    .where('quarter', 'in', [...quarters])
    .orderBy('sampleId')
    .execute();
  return rows as SampleRow[];
}

/** The sample, held until the transaction ends. */
export async function lockSample(trx: Trx, office: string, sampleId: string): Promise<SampleRow | null> {
  const row = await trx
    .selectFrom('qualitySamples')
    .selectAll()
    .where('officeCode', '=', office)
    .where('sampleId', '=', sampleId)
    .forUpdate()
    .executeTakeFirst();
  return (row as SampleRow | undefined) ?? null;
}

export async function updateSample(
  trx: Trx,
  office: string,
  sampleId: string,
  changes: { decision: Decision; decidedAt: Date; decidedBy: string } | { skippedAt: Date },
): Promise<void> {
  await trx
    .updateTable('qualitySamples')
    .set(changes)
    .where('officeCode', '=', office)
    .where('sampleId', '=', sampleId)
    .execute();
}

/** Two enterprises became one by this pair: where only the owners did, both still stand. */
const isMerged = sql`(merge_id is not null and decision in ('same', 'family_continues'))`;
/** Compared, and two enterprises still. */
const isNear = sql`(status in ('open', 'asked') or decision in ('different', 'same_owner'))`;

/** How many pairs were merged, by whom, and how many were compared and not merged. */
export async function countForQuality(trx: Trx, office: string): Promise<PairTotals> {
  const { rows } = await sql<PairTotals>`select
      count(*) filter (where ${isMerged} and decided_by_id is null)::int as merged_by_machine,
      count(*) filter (where ${isMerged} and decided_by_id is not null)::int as merged_by_people,
      count(*) filter (where ${isNear})::int as not_merged
    from candidate_pairs where office_code = ${office}`.execute(trx);
  return rows[0] ?? { mergedByMachine: 0, mergedByPeople: 0, notMerged: 0 };
}

/** Of what a quarter's sample is drawn: merged by the machine, and compared but not merged. */
export async function listForSample(
  trx: Trx,
  office: string,
): Promise<{ pairId: string; probability: number; merged: boolean }[]> {
  const { rows } = await sql<{ pairId: string; probability: number; merged: boolean }>`
    select pair_id, probability, ${isMerged} as merged from candidate_pairs
    where office_code = ${office} and ((${isMerged} and decided_by_id is null) or ${isNear})
    order by pair_id`.execute(trx);
  return rows;
}
