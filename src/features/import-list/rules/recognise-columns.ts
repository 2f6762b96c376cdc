import type { AreaIndex } from './area-index.ts';
import type { Row } from './cell.ts';
import { type ColumnChoice, type ColumnMapping, type RememberedMapping, unused } from './column-choice.ts';
import { fieldFacts, type ListField, namingFields } from './list-fields.ts';
import { detectPreset, type PresetKind, presetChoice } from './list-presets.ts';
import { type Heading, headingKey, headingWords, readHeading } from './read-header.ts';
import { type ColumnProfile, fieldByValues, profileColumn, valuesFit } from './value-profile.ts';

/** Why a column is taken for what it is, or why that is in doubt. Texts in messages/column-reasons.ts. */
export const columnReasons = [
  'remembered',
  'preset',
  'heading',
  'heading_and_values',
  'values',
  'values_differ',
  'heading_unclear',
  'two_alike',
  'period_unclear',
  'unknown',
  'empty',
] as const;
export type ColumnReason = (typeof columnReasons)[number];

export type ColumnProposal = ColumnChoice & {
  readonly column: number;
  readonly heading: Heading;
  /** False: to be looked at by a person ("Periksa 2 yang ragu"). */
  readonly certain: boolean;
  readonly why: ColumnReason;
  /** Other fields that it may be, likeliest first. */
  readonly alternatives: readonly ListField[];
};

export type RecognisedColumns = {
  readonly columns: readonly ColumnProposal[];
  /** Columns to look at. */
  readonly doubtful: readonly number[];
  readonly preset: PresetKind | null;
  /** Under this the settled mapping is remembered for the next list with the same headings. */
  readonly signature: string;
  /** Whether some column names a person or a business, without which no row can be used. */
  readonly hasName: boolean;
};

export type ColumnsToRecognise = {
  readonly headings: readonly Heading[];
  /** Some of the rows below the header; 100 to 300 are plenty. */
  readonly rows: readonly Row[];
  readonly areas?: AreaIndex;
  /** Left out: told from the headings. Null: none is meant. */
  readonly preset?: PresetKind | null;
  readonly remembered?: readonly RememberedMapping[];
};

const understood = 0.8;
const halfUnderstood = 0.5;

/** The headings of a list as one text, the same for lists whose headings only differ in spelling. */
export function headerSignature(headings: readonly Heading[]): string {
  return headings.map(headingKey).join('|').replace(/\|+$/, '');
}

/**
 * Proposes what each column holds, from what was settled for the same headings before, the national presets, the
 * words of the heading, and what the values look like. Heading and values speaking against each other, a heading
 * half understood, and turnover of no stated period are left to a person.
 */
export function recogniseColumns(given: ColumnsToRecognise): RecognisedColumns {
  const width = Math.max(given.headings.length, ...given.rows.map((row) => row.length));
  const headings = Array.from({ length: width }, (_, at) => given.headings[at] ?? { text: '' });
  const profiles = headings.map((_, at) =>
    profileColumn(
      given.rows.map((row) => row[at]),
      given.areas,
    ),
  );
  const signature = headerSignature(headings);
  const memory = given.remembered?.find((one) => one.signature === signature && one.mapping.length <= width);
  const preset = given.preset === undefined ? detectPreset(headings) : given.preset;
  const columns = memory
    ? headings.map((heading, column) =>
        fromMemory(memory.mapping[column] ?? unused, heading, column, profiles[column]!),
      )
    : withSwapsDoubted(assign(headings, profiles, preset), profiles);
  return {
    columns,
    doubtful: columns.filter(({ certain }) => !certain).map(({ column }) => column),
    preset,
    signature,
    hasName: columns.some(({ field }) => field !== null && namingFields.includes(field)),
  };
}

/** The proposals as they stand, ready to validate with. */
export function mappingOf(columns: readonly ColumnProposal[]): ColumnMapping {
  return columns.map(({ field, unit, period, year }) => ({ field, unit, period, year }));
}

function fromMemory(
  choice: ColumnChoice,
  heading: Heading,
  column: number,
  profile: ColumnProfile,
): ColumnProposal {
  const isOff = choice.field !== null && valuesFit(choice.field, profile) === 'contradict';
  return {
    ...choice,
    column,
    heading,
    certain: !isOff,
    why: isOff ? 'values_differ' : 'remembered',
    alternatives: [],
  };
}

type Candidate = {
  readonly column: number;
  readonly field: ListField;
  readonly score: number;
  readonly fit: ReturnType<typeof valuesFit>;
  readonly fixed: Partial<ColumnChoice> | null;
  readonly words: number;
};

function candidatesOf(
  heading: Heading,
  column: number,
  profile: ColumnProfile,
  preset: PresetKind | null,
): Candidate[] {
  const words = headingWords(heading.text).length;
  const fixed = preset === null || heading.text === '' ? null : presetChoice(preset, heading);
  if (fixed?.field) {
    return [{ column, field: fixed.field, score: 2, fit: valuesFit(fixed.field, profile), fixed, words }];
  }
  const candidates = readHeading(heading).candidates.map(({ field, score }): Candidate => {
    const fit = valuesFit(field, profile);
    return {
      column,
      field,
      score: score + { support: 0.15, contradict: -0.3, none: 0 }[fit],
      fit,
      fixed: null,
      words,
    };
  });
  const byValues = fieldByValues(profile);
  if (
    byValues !== null &&
    !candidates.some(({ field, score }) => field === byValues || score >= understood)
  ) {
    candidates.push({ column, field: byValues, score: 0.3, fit: 'support', fixed: null, words: 0 });
  }
  return candidates;
}

/** Gives each column its best field and each field its best column. */
function assign(
  headings: readonly Heading[],
  profiles: readonly ColumnProfile[],
  preset: PresetKind | null,
): ColumnProposal[] {
  const all = headings.map((heading, at) => candidatesOf(heading, at, profiles[at]!, preset));
  const queue = all.flat().sort((a, b) => b.score - a.score || b.words - a.words || a.column - b.column);
  const chosen = new Map<number, Candidate>();
  const taken = new Set<string>();
  const beaten = new Set<number>();
  for (const candidate of queue) {
    const { column, field } = candidate;
    if (chosen.has(column)) continue;
    const key = takenKey(field, headings[column]!);
    if (!taken.has(key)) {
      chosen.set(column, candidate);
      if (!fieldFacts[field].repeatable) taken.add(key);
    } else if (field === 'address' && !taken.has('home_address') && candidate.words === 1) {
      // "Alamat" beside "Alamat usaha" is where the owner lives.
      chosen.set(column, { ...candidate, field: 'home_address' });
      taken.add('home_address');
    } else beaten.add(column);
  }
  return headings.map((heading, column) =>
    proposal(heading, column, profiles[column]!, chosen.get(column), all[column]!, beaten.has(column)),
  );
}

function takenKey(field: ListField, heading: Heading): string {
  return fieldFacts[field].kind === 'money' ? `${field} ${readHeading(heading).year}` : field;
}

function proposal(
  heading: Heading,
  column: number,
  profile: ColumnProfile,
  chosen: Candidate | undefined,
  all: readonly Candidate[],
  wasBeaten: boolean,
): ColumnProposal {
  const { unit, period, year } = readHeading(heading);
  const alternatives = all.map(({ field }) => field).filter((field) => field !== chosen?.field);
  const base = { unit, period, year, column, heading, alternatives };
  if (profile.filled === 0 && chosen === undefined && !wasBeaten) {
    return { ...base, field: null, certain: true, why: 'empty' };
  }
  if (chosen === undefined)
    return { ...base, field: null, certain: false, why: wasBeaten ? 'two_alike' : 'unknown' };
  const settled = { ...base, ...chosen.fixed, field: chosen.field };
  const reason = reasonFor(chosen, wasBeaten);
  const isCertain = reason === 'preset' || reason === 'heading' || reason === 'heading_and_values';
  if (isCertain && settled.field === 'sales' && settled.period === null) {
    return { ...settled, certain: false, why: 'period_unclear' };
  }
  return { ...settled, certain: isCertain || (reason === 'values' && chosen.field === 'kept'), why: reason };
}

function reasonFor({ fixed, fit, score, words }: Candidate, wasBeaten: boolean): ColumnReason {
  if (fit === 'contradict') return 'values_differ';
  if (fixed !== null) return 'preset';
  if (words === 0) return 'values';
  // It wanted what a better column has, and is only half sure of what it got instead.
  if (wasBeaten && score < 1) return 'two_alike';
  if (fit === 'support' && score - 0.15 >= halfUnderstood) return 'heading_and_values';
  return score >= understood ? 'heading' : 'heading_unclear';
}

/**
 * Half of all NIK have a day above 40 (women) and no family card has. Where the two columns show the reverse, their
 * headings are swapped.
 */
function withSwapsDoubted(
  columns: readonly ColumnProposal[],
  profiles: readonly ColumnProfile[],
): ColumnProposal[] {
  const womens = (field: ListField) => {
    const at = columns.find((column) => column.field === field)?.column;
    return at === undefined || profiles[at]!.filled < 20 ? null : profiles[at]!.share.womansNik;
  };
  const [inNik, inNoKk] = [womens('nik'), womens('no_kk')];
  if (inNik === null || inNoKk === null || inNik >= 0.05 || inNoKk < 0.15) return [...columns];
  return columns.map((column) =>
    column.field === 'nik' || column.field === 'no_kk'
      ? { ...column, certain: false, why: 'values_differ' }
      : column,
  );
}
