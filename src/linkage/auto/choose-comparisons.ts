import { NONE, valueAt } from '../column.ts';
import { seededRandom } from '../random.ts';
import type { ComparisonSettings } from '../settings.ts';
import type { Table } from '../table.ts';
import { type ColumnPicture, describeColumn } from './describe-column.ts';

/** How a column is compared, and by what it can block. */
export type ColumnAdvice = { comparisons: ComparisonSettings[]; keys: string[] };
/** Knows a certain field better than can be seen from the values alone. */
export type Advisor = {
  /** How a column is compared; null for a column it does not know. */
  advise(picture: ColumnPicture, all: readonly ColumnPicture[]): ColumnAdvice | null;
  /** Kinds of related pairs (settings.related) among comparisons of these names. */
  relatedAmong(comparisons: readonly string[]): string[][];
};

/** Names under which files carry the answer rather than data. */
const ANSWERS =
  /^(true|truth|label|match|is_match|entity|person|cluster|gold|golden)[_ ]?(id|no|nr|label)?$/i;
/** Fewer values than this tell sorts apart, not persons. */
const FEW_VALUES = 40;

export type ChosenComparisons = { comparisons: ComparisonSettings[]; keys: string[][] };

/**
 * Looks at every column and says how to compare it. Left out: what every record has its own of (ids), what all have
 * alike, what is hardly filled, answers, and columns whose words another column holds already (they still block).
 */
export function chooseComparisons(
  table: Table,
  options: { seed: number; ignore: readonly string[]; advisor?: Advisor },
): ChosenComparisons {
  const pictures = table.names
    .filter((name) => !options.ignore.includes(name) && !ANSWERS.test(name))
    .map((name) => describeColumn(table, name, options.seed))
    .filter((one) => one.filled > 0.02 && one.distinct > 1 && !isId(one, table.count));
  const contained = new Set<string>();
  for (const inner of pictures)
    for (const outer of pictures)
      if (inner !== outer && !contained.has(outer.name) && holds(table, outer, inner, options.seed))
        contained.add(inner.name);
  const comparisons: ComparisonSettings[] = [];
  const keys: string[][] = [];
  const crossed = new Set<string>();
  for (const one of pictures) {
    const advice = options.advisor?.advise(one, pictures) ?? adviceFor(one);
    keys.push(advice.keys);
    if (contained.has(one.name) || crossed.has(one.name)) continue;
    const partner = pictures.find(
      (other) =>
        other !== one &&
        !contained.has(other.name) &&
        isPlainName(one) &&
        isPlainName(other) &&
        shareValues(one, other),
    );
    if (!partner || options.advisor?.advise(one, pictures)) {
      comparisons.push(...advice.comparisons);
      continue;
    }
    // The same words stand now in one column, now in the other: compared together, in any order.
    crossed.add(partner.name);
    comparisons.push({ column: `${one.name} & ${partner.name}`, as: 'words' });
  }
  return { comparisons, keys };
}

/** Every record has one of its own, and it is neither text nor an address: those are written anew, a little otherwise. */
function isId(one: ColumnPicture, count: number): boolean {
  const isText = one.words > 1.5 && one.digits < 0.5 && one.mixed < 0.5;
  return one.filled === 1 && one.distinct === count && !isText && one.emails < 0.5;
}

const isPlainName = (one: ColumnPicture) =>
  one.words < 1.3 && one.digits < 0.05 && one.mixed < 0.2 && one.emails < 0.1 && one.distinct > FEW_VALUES;

/** Whether a good part of the values of one column stand in the other too. */
function shareValues(one: ColumnPicture, other: ColumnPicture): boolean {
  const values = new Set(other.sample);
  return one.sample.filter((value) => values.has(value)).length > 0.15 * one.sample.length;
}

/** Whether nearly every value of `inner` is among the words of `outer` in the same record. */
function holds(table: Table, outer: ColumnPicture, inner: ColumnPicture, seed: number): boolean {
  if (outer.words < inner.words || outer.words < 1.2) return false;
  const [large, small] = [table.column(outer.name), table.column(inner.name)];
  const random = seededRandom(seed);
  let seen = 0;
  let held = 0;
  for (let at = 0; at < 3000 && seen < 600; at += 1) {
    const record = Math.floor(random() * table.count);
    if (large.codes[record] === NONE || small.codes[record] === NONE) continue;
    const words = new Set(valueAt(large, record)!.split(' '));
    seen += 1;
    if (
      valueAt(small, record)!
        .split(' ')
        .every((word) => words.has(word))
    )
      held += 1;
  }
  return seen >= 30 && held / seen > 0.9 && inner.distinct > FEW_VALUES;
}

function adviceFor(one: ColumnPicture): ColumnAdvice {
  const { name } = one;
  const within = (expression: string) => `${name}|${expression}`;
  if (one.emails > 0.7)
    return {
      comparisons: [
        {
          column: name,
          levels: ['exact', { exact: within('before-at') }, { jaro_winkler: 0.92 }, { jaro_winkler: 0.85 }],
          termFrequency: true,
        },
      ],
      keys: [name, within('before-at'), within('first:3')],
    };
  if (one.dates > 0.6)
    return {
      comparisons: [
        {
          column: name,
          levels: [
            'exact',
            { damerau_levenshtein: 1 },
            { damerau_levenshtein: 2 },
            { exact: within('year') },
            { days: 4000 },
          ],
          termFrequency: true,
        },
      ],
      keys: [name, within('year'), within('year-month'), within('month-day')],
    };
  if (one.distinct <= FEW_VALUES || one.collision > 0.2)
    return { comparisons: [{ column: name, as: 'exact' }], keys: [name] };
  if (one.digits > 0.9) return numbersAdvice(one, within);
  if (one.mixed > 0.5 && one.words < 2.5 && one.longest <= 16) return codeAdvice(one, within);
  if (one.words > 1.5)
    return {
      comparisons: [{ column: name, as: 'words' }],
      keys: [name, within('words'), within('longest'), within('word:1'), within('first:4')],
    };
  return {
    comparisons: [{ column: name, as: 'name' }],
    keys: [name, within('soundex'), within('first:3'), within('first:2')],
  };
}

function numbersAdvice(one: ColumnPicture, within: (expression: string) => string): ColumnAdvice {
  const isMeasure =
    one.sample.filter((value) => /^-?\d+[.,]\d+$/.test(value)).length > 0.5 * one.sample.length;
  if (isMeasure) return { comparisons: [{ column: one.name, as: 'number' }], keys: [one.name] };
  if (one.length < 4)
    return {
      comparisons: [{ column: one.name, levels: ['exact', { damerau_levenshtein: 1 }], termFrequency: true }],
      keys: [one.name],
    };
  return codeAdvice(one, within);
}

function codeAdvice(one: ColumnPicture, within: (expression: string) => string): ColumnAdvice {
  const { name } = one;
  const long = one.shortest >= 7;
  return {
    comparisons: [
      {
        column: name,
        levels: [
          'exact',
          { damerau_levenshtein: 1 },
          ...(long ? [{ damerau_levenshtein: 2 }] : []),
          ...(one.words > 1.5 ? [{ exact: within('word:1') }] : []),
          { exact: within(long ? 'first:4' : 'first:2') },
        ],
        termFrequency: true,
      },
    ],
    keys: [
      name,
      within('first:3'),
      ...(one.words > 1.5 ? [within('word:1')] : []),
      ...(long ? [within('last:4')] : []),
    ],
  };
}
