import { setImmediate as immediate } from 'node:timers/promises';
import { whileBeating } from '#platform/tasks/while-beating.server.ts';
import { linkNewcomers } from '../../resolve-duplicates/index.server.ts';
import type { DecidedRow } from '../rules/decide-rows.ts';
import { recordForLinkage } from '../rules/record-for-linkage.ts';
import { type LikenessPolicy, type SettledRows, settleLikeness } from '../rules/settle-likeness.ts';
import { listSealed } from '../staged-store.server.ts';
import { openRow } from './list-key.server.ts';
import { inBatch, type ListWork, listKey } from './list-work.server.ts';

const batchRows = 2_000;
const portion = 200;

/**
 * Compares the rows that no number knows with the register and with each other, and decides what their likeness means.
 * What is left for a person to look at is answered, not yet put into the queue.
 */
export async function linkNewRows(
  work: ListWork,
  during: 'staging' | 'applying',
  decided: readonly DecidedRow[],
  policy: LikenessPolicy,
): Promise<SettledRows> {
  const news = decided.filter(({ kind }) => kind === 'new');
  if (news.length === 0) return settleLikeness(decided, [], new Map(), policy);
  const { services, list, signal } = work;
  const records = await openRows(work, during, news);
  const beat = () =>
    inBatch(
      work,
      during,
      async () => undefined,
      () => ({ step: 'linking' }),
    );
  const { pairs, ownerOf } = await whileBeating(signal, beat, (stop) =>
    linkNewcomers(services, list.officeCode, records, { signal: stop }),
  );
  return settleLikeness(decided, pairs, ownerOf, policy);
}

/** The rows as linkage compares them, in this process's memory only. */
async function openRows(work: ListWork, during: 'staging' | 'applying', rows: readonly DecidedRow[]) {
  const records: ReturnType<typeof recordForLinkage>[] = [];
  for (let at = 0; at < rows.length; at += batchRows) {
    const batch = rows.slice(at, at + batchRows);
    await inBatch(work, during, async (context) => {
      const key = await listKey(context, work.list.importId);
      const sealed = await listSealed(
        context.trx,
        work.list,
        batch.map(({ rowNumber }) => rowNumber),
      );
      for (const [done, { rowNumber, enterpriseId, ownerId }] of batch.entries()) {
        const { record } = openRow(context.vault, key, rowNumber, sealed.get(rowNumber)!);
        records.push(recordForLinkage(record, { enterpriseId: enterpriseId!, ownerId }));
        if (done % portion === 0) await immediate();
      }
    });
  }
  return records;
}
