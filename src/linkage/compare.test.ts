import { describe, expect, test } from 'vitest';
import { compileComparisons } from './compare.ts';
import { type Cell, tableFrom } from './factory.ts';
import { elseLevel, nullLevel, planComparisons } from './plan.ts';
import type { ComparisonSettings, LevelTest } from './settings.ts';

const names = ['value', 'other'];

/** The label of the level two values reach. */
function levelOf(level: LevelTest, one: Cell, other: Cell, ...more: [oneOther?: Cell, otherOther?: Cell]) {
  return reached({ column: 'value', levels: [level] }, [one, more[0] ?? null], [other, more[1] ?? null]);
}

function reached(settings: ComparisonSettings, one: Cell[], other: Cell[]): string {
  // Words are rare only where there are others.
  const crowd = Array.from({ length: 6 }, (_, at): Cell[] => [`zz${at}`, null]);
  const table = tableFrom(names, [one, other, ...crowd]);
  const plan = planComparisons(table, [settings]);
  const [comparison, compare] = [plan.comparisons[0]!, compileComparisons(plan, { sameEnd })[0]!];
  const level = compare(0, 1);
  expect(compare(1, 0), 'either way round').toBe(level);
  if (level === nullLevel(comparison)) return 'null';
  return level === elseLevel(comparison) ? 'else' : comparison.levels[level]!.label;
}

const sameEnd = (one: string, other: string) => one.at(-1) === other.at(-1);

describe('a level holds', () => {
  test.each<[LevelTest, string, string]>([
    ['exact', 'Siti', 'SITI'],
    [{ exact: 'value|sorted' }, 'nur hidayat', 'hidayat nur'],
    [{ jaro_winkler: 0.96 }, 'martha', 'marhta'],
    [{ damerau_levenshtein: 1 }, '0812345', '0812354'],
    [{ token_set: 0.5 }, 'siti nur aini', 'siti aini'],
    [{ token_overlap: 1 }, 'siti nur aini', 'siti'],
    [{ shared_words: 1 }, 'batik nadia', 'nadia batik'],
    [{ shared_words: 0, share: 1 }, 'batik nadia', 'nadia batik'],
    [{ numeric: 5 }, '100', '95'],
    [{ relative: 0.1 }, '1000000', '900000'],
    [{ days: 2 }, '2000-02-28', '2000-03-01'],
    [{ prefix: 3 }, '13133', '13134'],
    [{ custom: 'sameEnd' }, 'abc', 'xyc'],
    [{ all: [{ prefix: 1 }, { custom: 'sameEnd' }] }, 'abc', 'axc'],
    [{ any: ['exact', { custom: 'sameEnd' }] }, 'abc', 'xyc'],
  ])('%j: %s and %s', (level, one, other) => {
    expect(levelOf(level, one, other)).not.toMatch(/^(else|null)$/);
  });

  test.each<[LevelTest, string, string]>([
    ['exact', 'siti', 'sri'],
    [{ exact: 'value|sorted' }, 'nur hidayat', 'nurhidayat'],
    [{ jaro_winkler: 0.97 }, 'martha', 'marhta'],
    [{ damerau_levenshtein: 1 }, '0812345', '0812453'],
    [{ token_set: 0.7 }, 'siti nur aini', 'siti aini'],
    [{ token_overlap: 1 }, 'siti nur aini', 'siti sri'],
    [{ shared_words: 30 }, 'batik nadia', 'nadia batik'],
    [{ numeric: 4 }, '100', '95'],
    [{ numeric: 4 }, '100', 'a lot'],
    [{ relative: 0.09 }, '1000000', '900000'],
    [{ days: 1 }, '2000-02-28', '2000-03-01'],
    [{ days: 9999 }, '2000-02-30', '2000-03-01'],
    [{ prefix: 5 }, '1313', '1313'],
    [{ custom: 'sameEnd' }, 'abc', 'abd'],
    [{ all: [{ prefix: 1 }, { custom: 'sameEnd' }] }, 'abc', 'xbc'],
    [{ any: ['exact', { prefix: 2 }] }, 'abc', 'xbc'],
  ])('and does not hold, %j: %s and %s', (level, one, other) => {
    expect(levelOf(level, one, other)).toBe('else');
  });
});

test('what was written in the other column holds where both are swapped', () => {
  const swapped: LevelTest = { swapped: ['value', 'other'] };
  expect(levelOf(swapped, 'siti', 'aminah', 'aminah', 'siti')).toBe('swapped');
  expect(levelOf(swapped, 'siti', 'aminah', 'aminah', 'sri')).toBe('else');
  expect(levelOf(swapped, 'siti', 'aminah', null, 'siti')).toBe('else');
});

test('a test may look at another column than the comparison’s own', () => {
  const level: LevelTest = { jaro_winkler: 0.9, column: 'other' };
  expect(levelOf(level, 'a', 'b', 'martha', 'marhta')).toBe('jaro_winkler 0.9');
  expect(levelOf(level, 'a', 'b', 'martha', null)).toBe('else');
});

test('where a side does not say, nothing is weighed', () => {
  expect(levelOf('exact', 'a', null)).toBe('null');
  expect(levelOf('exact', null, null)).toBe('null');
  expect(levelOf({ exact: 'other' }, 'a', null, 'b', 'b')).toBe('null');
});

test('the strongest level that holds counts', () => {
  const settings: ComparisonSettings = {
    column: 'value',
    levels: [
      { name: 'same', when: 'exact' },
      { name: 'near', when: { damerau_levenshtein: 1 } },
      { name: 'nearish', when: { damerau_levenshtein: 2 } },
    ],
  };
  const of = (other: string) => reached(settings, ['3375', null], [other, null]);
  expect(['3375', '3357', '3366', '1234'].map(of)).toEqual(['same', 'near', 'nearish', 'else']);
});

test('agreeing on a rare value is another level than agreeing on a common one', () => {
  const rows: Cell[][] = ['siti', 'siti', 'wastinah', 'wastinah', 'wastina'].map((name) => [name, null]);
  const crowd = Array.from({ length: 200 }, (): Cell[] => ['siti', null]);
  const plan = planComparisons(tableFrom(names, [...rows, ...crowd]), [{ column: 'value', as: 'name' }]);
  const compare = compileComparisons(plan)[0]!;
  const levels = plan.comparisons[0]!.levels;
  expect(levels.filter(({ label }) => label === 'exact').map(({ rarity }) => rarity)).toEqual([0, 1, 2]);
  expect([compare(0, 1), compare(2, 3)].map((level) => levels[level]!.rarity)).toEqual([2, 0]);
  expect(levels[compare(2, 4)]).toMatchObject({ label: 'jaro_winkler 0.92', rarity: null });
});

test('a test nobody brought is a mistake in the program', () => {
  const plan = planComparisons(tableFrom(names, [['a', null]]), [
    { column: 'value', levels: [{ custom: 'unheard' }] },
  ]);
  expect(() => compileComparisons(plan)).toThrow('No custom test "unheard" was given.');
});

test('values asked for again and again keep their answers', () => {
  const words = Array.from({ length: 300 }, (_, at) => `${'abcdefghij'[at % 10]}${at * 7919}`);
  const plan = planComparisons(
    tableFrom(
      names,
      words.map((word) => [word, null]),
    ),
    [{ column: 'value', levels: ['exact', { damerau_levenshtein: 2 }, { prefix: 1 }] }],
  );
  const all = () => {
    const compare = compileComparisons(plan)[0]!;
    return words.flatMap((_, one) => words.map((__, other) => compare(one, other)));
  };
  const fresh = all();
  const compare = compileComparisons(plan)[0]!;
  for (const times of [1, 2])
    expect(
      words.flatMap((_, one) => words.map((__, other) => compare(one, other))),
      `time ${times}`,
    ).toEqual(fresh);
  expect(new Set(fresh)).toEqual(new Set([0, 1, 2, 3]));
});
