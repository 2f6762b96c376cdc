import { z } from 'zod';
import { isOfWholeOffice } from '#kernel/actor.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { listPage, type PairRow } from '../pair-store.server.ts';
import { decisions } from '../rules/decisions.ts';
import { pairStatuses } from '../rules/pair-state.ts';
import { pairViews } from './pair-views.server.ts';

/** What is not known is left out over the API. */
const textIfKnown = z.string().optional();
const recordShape = z.looseObject({
  enterpriseId: z.string(),
  name: z.string(),
  ownerName: textIfKnown,
  nikMasked: textIfKnown,
  village: textIfKnown,
});

const pairShape = z.strictObject({
  pairId: z.string(),
  status: z.enum(pairStatuses),
  left: recordShape,
  right: recordShape,
  weight: z.number().meta({ description: 'Bits: log2 of the odds that both are one' }),
  probability: z.number(),
  band: z.enum(['sure', 'review']),
  suggests: z.enum(['same', 'same_owner']),
  conflict: textIfKnown,
  evidence: z.array(z.strictObject({ comparison: z.string(), level: z.string(), weight: z.number() })),
  decision: z.enum(decisions).optional(),
  decidedBy: textIfKnown,
  decidedAt: textIfKnown,
  foundAt: z.string(),
});
export const pairPageShape = z.strictObject({
  pairs: z.array(pairShape),
  nextCursor: textIfKnown.meta({ description: 'Absent on the last page' }),
});

export type PairQuery = {
  status: readonly PairRow['status'][] | undefined;
  enterpriseId: string | undefined;
  /** After this pair. */
  after: string | null;
  limit: number;
};

/** Pairs as other programs read them, in the order of their ids; identifiers masked. */
export async function pairPage(
  context: QueryContext,
  { status = ['open', 'asked'], enterpriseId, after, limit }: PairQuery,
): Promise<{ pairs: object[]; next: string | null }> {
  const { trx, officeCode } = context;
  if (!isOfWholeOffice(context)) return { pairs: [], next: null };
  const rows = await listPage(trx, officeCode, { status, enterpriseId, after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const views = new Map(
    (await pairViews(context, page, { asTheyWere: true })).map((view) => [view.pairId, view]),
  );
  const pairs = page.flatMap((row) => {
    const view = views.get(row.pairId);
    if (!view) return [];
    const { pairId, left, right, steps, weight, suggests, conflict } = view;
    return {
      pairId,
      status: row.status,
      left,
      right,
      weight,
      probability: row.probability,
      band: row.band,
      suggests,
      conflict,
      evidence: steps.map(({ comparison, level, weight: bits }) => ({ comparison, level, weight: bits })),
      decision: row.decision,
      decidedBy: row.decidedBy,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      foundAt: row.foundAt.toISOString(),
    };
  });
  return { pairs, next: rows.length > limit ? (page.at(-1)?.pairId ?? null) : null };
}
