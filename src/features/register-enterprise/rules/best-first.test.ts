import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestFirst } from './best-first.ts';

test('the first ones are those a whole sort would give, however many are equal', () => {
  const entry = fc.record({ score: fc.integer({ min: 0, max: 3 }), rank: fc.integer({ min: 0, max: 4 }) });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 60 }), fc.integer({ min: 0, max: 70 }), (entries, wanted) => {
      const list = [...entries.keys()];
      const scoreOf = (at: number) => entries[at]!.score;
      const rankOf = (at: number) => entries[at]!.rank;
      const sorted = list.toSorted((a, b) => scoreOf(b) - scoreOf(a) || rankOf(a) - rankOf(b) || a - b);
      expect(bestFirst(list, wanted, scoreOf, rankOf)).toEqual(sorted.slice(0, wanted));
    }),
  );
});
