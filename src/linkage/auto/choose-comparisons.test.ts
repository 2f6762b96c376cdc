import { describe, expect, test } from 'vitest';
import { type Cell, drawing, tableFrom } from '../factory.ts';
import { chooseComparisons } from './choose-comparisons.ts';
import { describeColumn } from './describe-column.ts';

const { below, pick } = drawing(9);
const COUNT = 600;
const syllables = ['su', 'wi', 'ra', 'ta', 'no', 'mi', 'la', 'har', 'yan', 'di', 'bo', 'ke'];
const word = (length = 3) => Array.from({ length }, () => pick(syllables)).join('');
const pool = (size: number) => Array.from({ length: size }, () => word());
const [givens, families, shops] = [pool(150), pool(180), pool(200)];
const two = (number: number) => String(number).padStart(2, '0');

/** Invented columns by what they hold. */
const makers: Record<string, (at: number) => Cell> = {
  record: (at) => `r${at}`,
  given: () => pick(givens),
  family: () => pick(families),
  born: () => `${1950 + below(50)}-${two(1 + below(12))}-${two(1 + below(28))}`,
  mail: () => `${word()}${below(90)}@${pick(['contoh.id', 'usaha.id'])}`,
  phone: () => `0812${String(10_000_000 + below(300) * 7919)}`,
  weight: () => `${below(90)}.${1 + below(8)}`,
  sex: () => pick(['l', 'p']),
  words: () => `${pick(shops)} ${pick(givens)} ${pick(shops)}`,
  plate: () => `g${1000 + below(400)} ${pick(['ab', 'cd', 'ef'])}`,
  alike: () => 'batang',
  empty: (at) => (at === 3 ? 'x' : null),
  entity_id: () => String(below(300)),
};

function chosen(
  names: readonly string[],
  ignore: string[] = [],
  more: Record<string, (at: number, row: Cell[]) => Cell> = {},
) {
  const rows = Array.from({ length: COUNT }, (_, at) => {
    const row: Cell[] = names.map((name) => makers[name]!(at));
    return [...row, ...Object.values(more).map((make) => make(at, row))];
  });
  return chooseComparisons(tableFrom([...names, ...Object.keys(more)], rows), { seed: 1, ignore });
}

test.each([
  ['given', [{ column: 'given', as: 'name' }], 'given|soundex'],
  ['words', [{ column: 'words', as: 'words' }], 'words|words'],
  ['sex', [{ column: 'sex', as: 'exact' }], 'sex'],
  ['weight', [{ column: 'weight', as: 'number' }], 'weight'],
])('%s is compared as what it looks like', (name, comparisons, key) => {
  const { comparisons: found, keys } = chosen([name]);
  expect(found).toEqual(comparisons);
  expect(keys.flat()).toContain(key);
});

test.each([
  ['born', { exact: 'born|year' }, 'born|year-month'],
  ['mail', { exact: 'mail|before-at' }, 'mail|before-at'],
  ['phone', { damerau_levenshtein: 2 }, 'phone|last:4'],
  ['plate', { damerau_levenshtein: 1 }, 'plate|first:3'],
])('%s has levels that fit it', (name, level, key) => {
  const { comparisons, keys } = chosen([name]);
  expect(comparisons).toHaveLength(1);
  expect(comparisons[0]!.levels).toContainEqual(level);
  expect(keys.flat()).toContain(key);
});

describe('left out is', () => {
  test.each([
    ['what every record has its own of', 'record'],
    ['what all have alike', 'alike'],
    ['what is hardly filled', 'empty'],
    ['the answer', 'entity_id'],
  ])('%s', (_what, name) => {
    expect(chosen([name, 'given'])).toEqual(chosen(['given']));
  });

  test('what the person says', () => {
    expect(chosen(['given', 'family'], ['family']).comparisons.map(({ column }) => column)).toEqual([
      'given',
    ]);
  });

  test('a column whose words another holds already: it blocks only', () => {
    const { comparisons, keys } = chosen(['given', 'family'], [], {
      full: (_, [given, family]) => `${given} ${family}`,
    });
    expect(comparisons).toEqual([{ column: 'full', as: 'words' }]);
    expect(keys.flat()).toEqual(expect.arrayContaining(['given', 'family|soundex', 'full|words']));
  });
});

test('names that stand now in one column, now in the other are compared together', () => {
  const swapped = chosen(['given'], [], { family: () => pick(givens) });
  expect(swapped.comparisons).toEqual([{ column: 'given & family', as: 'words' }]);
  expect(chosen(['given', 'family']).comparisons.map(({ column }) => column)).toEqual(['given', 'family']);
});

test('who knows a field better is asked first', () => {
  const table = tableFrom(
    ['given', 'born'],
    Array.from({ length: COUNT }, (_, at) => ['given', 'born'].map((n) => makers[n]!(at))),
  );
  const { comparisons, keys } = chooseComparisons(table, {
    seed: 1,
    ignore: [],
    advisor: {
      advise: ({ name }, all) =>
        name === 'born' && all.length === 2
          ? { comparisons: [{ column: 'born|year' }], keys: ['born|day'] }
          : null,
      relatedAmong: () => [],
    },
  });
  expect(comparisons).toEqual([{ column: 'given', as: 'name' }, { column: 'born|year' }]);
  expect(keys[1]).toEqual(['born|day']);
});

test('the picture of a column: how full, how various, what it holds', () => {
  const rows: Cell[][] = Array.from({ length: 100 }, (_, at) => [
    at < 80 ? (at < 40 ? 'siti nur' : `rt ${at}`) : null,
  ]);
  expect(describeColumn(tableFrom(['name'], rows), 'name', 1)).toMatchObject({
    filled: 0.8,
    distinct: 41,
    collision: (40 * 39) / (80 * 79),
    dates: 0,
    emails: 0,
    digits: 0,
    mixed: 0.5,
    words: 2,
    shortest: 5,
    longest: 8,
  });
});
