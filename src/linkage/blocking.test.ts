import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BlockingReport, type Blocks, buildBlocks, type PairMode } from './blocking.ts';
import { type Cell, tableFrom } from './factory.ts';
import { cutStretches, walkPairs } from './walk-pairs.ts';

const names = ['town', 'year', 'phones'];
const cell = (...values: string[]) => fc.option(fc.constantFrom(...values), { freq: 6 });
const phones = fc
  .array(fc.constantFrom('p1', 'p2', 'p3', 'p4', 'x'), { maxLength: 3 })
  .map((all) => all.join(' '));
const records = fc.array(fc.tuple(cell('a', 'b', 'c'), cell('1', '2'), phones), {
  minLength: 2,
  maxLength: 24,
});
const lists = records.chain((rows) => fc.tuple(fc.constant(rows), fc.integer({ min: 1, max: rows.length })));
const modes: PairMode[] = ['dedupe', 'link', 'both', 'join'];

const build = (rows: readonly Cell[][], leftCount: number, on: string[], mode: PairMode, limit = 1000) =>
  buildBlocks(tableFrom(names, rows, leftCount), { on, tighten: null }, { limit, tighten: ['year'], mode });

function walked(blocks: readonly Blocks[], leftCount: number, mode: PairMode): string[] {
  const pairs: string[] = [];
  for (const stretch of cutStretches(blocks, leftCount, mode, 5))
    walkPairs(blocks, stretch, leftCount, mode, (a, b) => pairs.push(`${a} ${b}`));
  return pairs;
}

/** Whether two records agree on all terms, as the rule says. */
function agree(one: readonly Cell[], other: readonly Cell[], on: readonly string[]): boolean {
  return on.every((term) => {
    const at = names.indexOf(term.split('|')[0]!);
    const [left, right] = [one[at] ?? '', other[at] ?? ''];
    if (!term.endsWith('|words')) return left !== '' && left === right;
    const words = new Set(left.split(' ').filter((word) => word.length > 1));
    return right.split(' ').some((word) => words.has(word));
  });
}

/** All pairs that count and agree on some rule. */
function expected(rows: readonly Cell[][], leftCount: number, rules: string[][], mode: PairMode): string[] {
  return rows.flatMap((one, a) =>
    rows.flatMap((other, b) => {
      const counts =
        a < b &&
        (mode === 'dedupe' ||
          mode === 'both' ||
          (mode === 'link' ? a < leftCount && b >= leftCount : a < leftCount));
      return counts && rules.some((on) => agree(one, other, on)) ? [`${a} ${b}`] : [];
    }),
  );
}

describe.each(modes)('%s', (mode) => {
  test.each([[['town']], [['town', 'year']], [['phones|words']], [['year', 'phones|words']]])(
    'the blocks of %j hold the pairs that agree on it, each once',
    (on) => {
      fc.assert(
        fc.property(lists, ([rows, leftCount]) => {
          const { blocks } = build(rows, leftCount, on, mode);
          expect(walked([blocks], leftCount, mode).sort()).toEqual(
            expected(rows, leftCount, [on], mode).sort(),
          );
        }),
      );
    },
  );

  test('across rules every pair is met once', () => {
    const rules = [['town', 'year'], ['phones|words'], ['town'], ['town', 'phones|words'], ['year']];
    fc.assert(
      fc.property(lists, ([rows, leftCount]) => {
        const blocks = rules.map((on) => build(rows, leftCount, on, mode).blocks);
        expect(walked(blocks, leftCount, mode).sort()).toEqual(expected(rows, leftCount, rules, mode).sort());
      }),
    );
  });

  test('the report counts the pairs of a rule', () => {
    fc.assert(
      fc.property(lists, ([rows, leftCount]) => {
        const { blocks, report } = build(rows, leftCount, ['town'], mode);
        expect(report.pairs).toBe(walked([blocks], leftCount, mode).length);
        expect(report).toMatchObject({ rule: 'town', tightened: 0, givenUp: 0 });
      }),
    );
  });
});

test('stretches together hold all pairs, however long they are', () => {
  const rows: Cell[][] = Array.from({ length: 40 }, (_, at) => [`${at % 4}`, `${at % 3}`, null]);
  const blocks = [['town'], ['year']].map((on) => build(rows, 40, on, 'dedupe').blocks);
  const all = cutStretches(blocks, 40, 'dedupe', 1e9);
  expect(all.map(({ rule, from, to }) => [rule, from, to])).toEqual([
    [0, 0, 4],
    [1, 0, 3],
  ]);
  const small = cutStretches(blocks, 40, 'dedupe', 50);
  expect(small.length).toBeGreaterThan(4);
  const sum = (stretches: typeof all) => stretches.reduce((pairs, one) => pairs + one.pairs, 0);
  expect(sum(small)).toBe(sum(all));
});

describe('a block of more records than the limit', () => {
  // Town "a" has ten records: six of year 1, three of year 2, one without a year. Town "b" has three.
  const rows: Cell[][] = [
    ...Array.from({ length: 10 }, (_, at): Cell[] => ['a', at < 6 ? '1' : at < 9 ? '2' : null, null]),
    ...Array.from({ length: 3 }, (): Cell[] => ['b', '1', null]),
  ];
  const limited = (limit: number, tighten: string[]): { blocks: Blocks; report: BlockingReport } =>
    buildBlocks(tableFrom(names, rows), { on: ['town'], tighten }, { limit, tighten: [], mode: 'dedupe' });

  test('is split by further columns, and only that block', () => {
    const { blocks, report } = limited(6, ['year']);
    expect(report).toEqual({ rule: 'town', pairs: 15 + 3 + 3, largest: 6, tightened: 10, givenUp: 0 });
    expect(walked([blocks], 13, 'dedupe')).toContain('10 12');
    expect(walked([blocks], 13, 'dedupe')).not.toContain('0 6');
  });

  test('is given up where it stays too large, and the report says of how many records', () => {
    const { report } = limited(5, ['year']);
    expect(report).toEqual({ rule: 'town', pairs: 3 + 3, largest: 3, tightened: 10, givenUp: 6 });
    expect(limited(5, []).report).toMatchObject({ pairs: 3, tightened: 0, givenUp: 10 });
  });

  test('stays whole within the limit', () => {
    expect(limited(10, ['year']).report).toEqual({
      rule: 'town',
      pairs: 48,
      largest: 10,
      tightened: 0,
      givenUp: 0,
    });
  });
});
