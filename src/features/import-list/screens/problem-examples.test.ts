import { expect, test } from 'vitest';
import type { ProblemKind } from '../rules/import-counts.ts';
import { problemExamples } from './problem-examples.ts';

const at = (sheetRow: number, value: string, count: number): ProblemKind['examples'][number] => ({
  sheetName: 'Kauman',
  sheetRow,
  problem: { column: 1, field: 'nik', code: 'nik_too_short', severity: 'error', value, count },
});
const kind = (examples: ProblemKind['examples']): ProblemKind => ({
  code: 'nik_too_short',
  field: 'nik',
  severity: 'error',
  rows: 34,
  examples,
});

test('rows with the same problem are told in one sentence, with each place', () => {
  const examples = problemExamples(kind([at(14, '…1234', 1), at(20, '…9912', 1)]), 'id');
  expect(examples).toHaveLength(1);
  expect(examples[0]?.message).toContain('NIK kurang 1 angka');
  expect(examples[0]?.places).toEqual([{ sheetName: 'Kauman', sheetRows: [14, 20] }]);
});

test('rows whose sentence differs are told apart', () => {
  expect(problemExamples(kind([at(14, '…1234', 1), at(20, '…9912', 2)]), 'id')).toHaveLength(2);
});
