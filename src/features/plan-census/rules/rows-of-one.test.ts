import { expect, test } from 'vitest';
import type { RowStatus } from './row-state.ts';
import { settleRowsOfOne } from './rows-of-one.ts';

const rows = (...statuses: [enterpriseId: string, status: RowStatus][]) =>
  statuses.map(([enterpriseId, status], at) => ({ rowId: `row-${at}`, enterpriseId, status }));

test.each<[string, Parameters<typeof settleRowsOfOne>[0], string | null, string[], string[]]>([
  [
    'the row of the record that stands is visited',
    rows(['led', 'open'], ['stands', 'assigned']),
    'stands',
    ['row-0'],
    [],
  ],
  ['where it has no row, the oldest is', rows(['led', 'open'], ['other', 'open']), 'stands', ['row-1'], []],
  [
    'where one was visited, nobody goes again',
    rows(['led', 'submitted'], ['stands', 'open']),
    'stands',
    ['row-1'],
    [],
  ],
  ['two visits stay two', rows(['led', 'approved'], ['stands', 'contested']), 'stands', [], []],
  [
    'what was sent back is mended first',
    rows(['led', 'sent_back'], ['stands', 'open']),
    'stands',
    ['row-1'],
    [],
  ],
  ['withdrawn, nobody goes', rows(['gone', 'tried']), null, ['row-0'], []],
  ['withdrawn, an answer stays', rows(['gone', 'approved']), null, [], []],
  ['stands for itself again, comes in again', rows(['stands', 'set_aside']), 'stands', [], ['row-0']],
  ['already settled, nothing happens', rows(['led', 'set_aside'], ['stands', 'open']), 'stands', [], []],
])('of rows that are one enterprise: %s', (_what, of, standsFor, aside, back) => {
  expect(settleRowsOfOne(of, standsFor)).toEqual({ aside, back });
});
