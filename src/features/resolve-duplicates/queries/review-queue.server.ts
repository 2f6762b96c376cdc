import { isOfWholeOffice } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { listPairs, listWaiting } from '../pair-store.server.ts';
import type { Decision } from '../rules/decisions.ts';
import type { PairView, ReviewQueue } from '../rules/pair-view.ts';
import { quarterOf } from '../rules/quarter.ts';
import { listSamples } from '../sample-store.server.ts';
import { countWaiting } from './count-waiting.server.ts';
import { pairViews } from './pair-views.server.ts';

export type ReviewPage = {
  queue: ReviewQueue;
  pairs: PairView[];
  /** Pairs that wait in this queue, those shown among them. */
  waiting: number;
};

type Asked = { queue: ReviewQueue; except: readonly string[]; limit: number };

/** The next pairs to look at, and how many there are. */
export async function reviewQueue(context: QueryContext, asked: Asked): Promise<ReviewPage> {
  const { queue } = asked;
  if (!isOfWholeOffice(context)) return { queue, pairs: [], waiting: 0 };
  if (queue === 'sample') return sampleQueue(context, asked);
  const pairs = await nextPairs(context, asked);
  const { sure, review } = await countWaiting(context);
  return { queue, pairs, waiting: queue === 'examples' ? sure : sure + review };
}

/** Some pairs lead nowhere by now (a record was merged or taken back), so more are asked for until enough are found. */
export async function nextPairs(context: QueryContext, { queue, except, limit }: Asked): Promise<PairView[]> {
  const found: PairView[] = [];
  const passed = [...except];
  while (found.length < limit) {
    const rows = await listWaiting(context.trx, context.officeCode, {
      examples: queue === 'examples',
      except: passed,
      limit: limit * 4,
    });
    if (rows.length === 0) break;
    found.push(...(await pairViews(context, rows)));
    passed.push(...rows.map(({ pairId }) => pairId));
  }
  return found.slice(0, limit);
}

async function sampleQueue(context: QueryContext, { queue, except, limit }: Asked): Promise<ReviewPage> {
  const { trx, officeCode, now } = context;
  const samples = await listSamples(trx, officeCode, [quarterOf(plainDateInWib(now.getTime()))]);
  const left = samples.filter(({ decision, skippedAt }) => decision === null && skippedAt === null);
  const shown = left.filter(({ pairId }) => !except.includes(pairId));
  const rows = await listPairs(
    trx,
    officeCode,
    shown.map(({ pairId }) => pairId),
  );
  const views = await pairViews(context, rows, { asTheyWere: true });
  const pairs = views.map((view) => ({
    ...view,
    sampleId: shown.find(({ pairId }) => pairId === view.pairId)?.sampleId ?? null,
  }));
  return { queue, pairs: pairs.slice(0, limit), waiting: left.length - rows.length + pairs.length };
}

/** What was said of a pair a moment ago; null where it has been taken back or waits. */
export async function lastDecision(
  context: QueryContext,
  pairId: string,
): Promise<{ pairId: string; decision: Decision } | null> {
  if (!isOfWholeOffice(context)) return null;
  const [pair] = await listPairs(context.trx, context.officeCode, [pairId]);
  return pair && pair.decision !== null ? { pairId, decision: pair.decision } : null;
}
