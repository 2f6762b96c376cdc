import { RowTally } from '../rules/import-counts.ts';
import { listTyped } from '../typed-store.server.ts';
import { decideList } from './decide-list.server.ts';
import { inBatch, type ListWork } from './list-work.server.ts';

/** The rows of a typed list were checked as they were typed: they are only counted, and compared with the register. */
export async function stageTyped(work: ListWork): Promise<void> {
  const rows = await inBatch(work, 'staging', ({ trx }) => listTyped(trx, work.list));
  const tally = new RowTally();
  for (const row of rows) tally.add(row, row.sheetName, row.sheetRow);
  await decideList(work, {
    sheets: 1,
    data: rows.length,
    skipped: {},
    dispositions: tally.dispositions,
    problems: tally.problems,
  });
}
