import { isOfWholeOffice } from '#kernel/actor.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { countRecipients, listOutreaches } from '../outreach-store.server.ts';
import type { OutreachLine } from '../rules/reach-view.ts';
import { headOf } from './outreach-head.server.ts';
import { numbersOf } from './reach-numbers.server.ts';

const PAGE = 30;

/** Lists of the office, the newest first; null for who is not of the whole office. */
export async function outreachLines(
  context: QueryContext,
  before: string | null,
): Promise<{ lines: OutreachLine[]; next: string | null } | null> {
  if (!isOfWholeOffice(context)) return null;
  const { trx, officeCode } = context;
  const found = await listOutreaches(trx, officeCode, { before, limit: PAGE + 1 });
  const rows = found.slice(0, PAGE);
  const ids = rows.map(({ outreachId }) => outreachId);
  const counts = Map.groupBy(await countRecipients(trx, officeCode, ids), ({ outreachId }) => outreachId);
  return {
    lines: rows.map((row) => {
      const { people, reached, byState, byLane } = numbersOf(counts.get(row.outreachId) ?? []);
      const { outreachId, title, status, createdAt } = headOf(row);
      return {
        outreachId,
        title,
        status,
        createdAt,
        people,
        reached,
        replied: byState.replied,
        wrong: byLane.visit,
      };
    }),
    next: found.length > PAGE ? (rows.at(-1)?.outreachId ?? null) : null,
  };
}
