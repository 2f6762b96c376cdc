import { expect, it } from 'vitest';
import { freeKey, questionFromForm } from './question-form.ts';
import { readConditions } from './read-conditions.ts';

const filled = (values: Record<string, string[]>) => (name: string) => values[name] ?? [];

it('reads a question as it was filled in, amounts with their dots', () => {
  const read = filled({ kind: ['sales'], atMost: ['15.000.000.000'], atLeast: [''] });
  expect(questionFromForm('figure', read)).toEqual({ ask: 'figure', kind: 'sales', atMost: 15_000_000_000 });
  expect(questionFromForm('kbli', filled({ version: ['2025'], beginsWith: ['13133, 14'] }))).toEqual({
    ask: 'kbli',
    version: '2025',
    beginsWith: ['13133', '14'],
  });
});

it('a number that is none is refused as any other fault, not taken for another', () => {
  const when = questionFromForm('started', filled({ atLeastMonths: ['dua belas'] }));
  const { faults } = readConditions({ lines: [{ key: 'a', label: { id: 'a', en: 'a' }, when }] });
  expect(faults.map(({ path }) => path.join('.'))).toEqual(['lines.0.when.atLeastMonths']);
});

it('gives a line a key that no other has', () => {
  expect(freeKey('owner_sex', ['owner-sex', 'owner-sex-2'])).toBe('owner-sex-3');
});
