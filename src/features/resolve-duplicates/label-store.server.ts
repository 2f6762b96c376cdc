import { sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { Decision } from './rules/decisions.ts';
import type { Example } from './rules/false-merge-target.ts';
import type { LabelSource } from './rules/label-source.ts';

export type Label = {
  labelId: string;
  pairId: string;
  decision: Decision;
  /** `[[comparison, level], …]` */
  pattern: readonly (readonly [string, string])[];
  source: LabelSource;
  at: Date;
  by: string;
  byId: string | null;
};

export async function insertLabel(trx: Trx, office: string, label: Label): Promise<void> {
  await trx
    .insertInto('pairLabels')
    .values({
      officeCode: office,
      labelId: label.labelId,
      pairId: label.pairId,
      decision: label.decision,
      pattern: JSON.stringify(label.pattern),
      source: label.source,
      labelledAt: label.at,
      labelledBy: label.by,
      labelledById: label.byId,
    })
    .execute();
}

/** A decision that was undone teaches nothing; what was said stays on record. */
export async function undoLabels(trx: Trx, office: string, pairId: string, at: Date): Promise<void> {
  await trx
    .updateTable('pairLabels')
    .set({ undoneAt: at })
    .where('officeCode', '=', office)
    .where('pairId', '=', pairId)
    .where('undoneAt', 'is', null)
    .execute();
}

/** What people said of the surely alike since the target was set, newest first; who was not sure said nothing. */
export async function listExamples(
  trx: Trx,
  office: string,
  since: Date | null,
  limit: number,
): Promise<Example[]> {
  const { rows } = await sql<Example>`select l.decision, p.suggests from pair_labels l
    join candidate_pairs p on p.office_code = l.office_code and p.pair_id = l.pair_id
    where l.office_code = ${office} and l.source = 'example' and l.decision <> 'unsure' and l.undone_at is null
      and (${since}::timestamptz is null or l.labelled_at >= ${since})
    order by l.labelled_at desc, l.label_id desc limit ${limit}`.execute(trx);
  return rows;
}

export type TaughtPattern = { pattern: [string, string][]; decision: Decision; source: LabelSource };

/** All that people said and did not take back: what the parameters are learned from. */
export async function listLabels(trx: Trx, office: string): Promise<TaughtPattern[]> {
  const rows = await trx
    .selectFrom('pairLabels')
    .select(['pattern', 'decision', 'source'])
    .where('officeCode', '=', office)
    .where('undoneAt', 'is', null)
    .orderBy('labelledAt')
    .execute();
  return rows as unknown as TaughtPattern[];
}
