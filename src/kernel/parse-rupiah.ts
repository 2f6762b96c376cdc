import type { Rupiah } from './money.ts';
import { done, type Parsed, unparsed } from './refusal.ts';

/** The period an amount was stated for: turnover "per hari" and "per bulan" must not be mixed. */
export type Period = 'day' | 'week' | 'month' | 'year';

/** What a cell says: one amount, or a band whose `max` is null when it is open above. */
export type StatedAmount =
  | { readonly kind: 'exact'; readonly rupiah: Rupiah; readonly per: Period | null }
  | {
      readonly kind: 'range';
      readonly min: Rupiah;
      readonly max: Rupiah | null;
      readonly per: Period | null;
    };

/** What one unit means in a column whose heading says "(ribu)", "(juta)" or "(miliar)". */
export type ColumnUnit = 1 | 1_000 | 1_000_000 | 1_000_000_000;

const units: readonly (readonly [RegExp, number])[] = [
  [/^(rb|rbu|ribu|k)$/, 1e3],
  [/^(jt|jta|juta)$/, 1e6],
  [/^(m|mlr|mlyr|milyar|milyard|miliar|miliard)$/, 1e9], // M is miliar (10⁹), never million
  [/^(t|tr|triliun|trilyun|trilliun)$/, 1e12],
];

const periods: readonly (readonly [RegExp, Period])[] = [
  [/^(hari|hr)$/, 'day'],
  [/^(minggu|mgg|mg)$/, 'week'],
  [/^(bulan|bln|bl)$/, 'month'],
  [/^(tahun|thn|th)$/, 'year'],
];

/** A longer cell is a note, not an amount. */
const longestCell = 120;

/** An amount with the unit its first number was counted in. */
type Read = { readonly rupiah: Rupiah; readonly unit: number };

/**
 * Reads an amount as Indonesian lists write it: "Rp 1.500.000,-", "1,5 jt", "500rb", "2 M" (miliar),
 * "1 juta 500 ribu", "1-2 jt", "di bawah 1 jt", "5 jt ke atas", "1,5 jt/bulan". Parts of a rupiah are
 * rounded. `columnUnit` applies to plain numbers without a unit of their own.
 *
 * Refuses: blank, amount_unreadable, amount_negative, amount_unit_missing ("1,5"), amount_ambiguous
 * ("1,500 jt", "2-1 jt"), amount_too_large, excel_damaged (scientific notation).
 */
export function parseRupiah(text: string, columnUnit: ColumnUnit = 1): Parsed<StatedAmount> {
  if (text.length > longestCell) return unparsed('amount_unreadable');
  let rest = clean(text);
  if (rest === '' || /^-+$/.test(rest)) return unparsed('blank');
  if (rest === 'nihil') return done({ kind: 'exact', rupiah: 0, per: null });
  if (/^\d+([.,]\d+)?e\+?\d+$/.test(rest)) return unparsed('excel_damaged');

  let per: Period | null = null;
  const period = rest.match(/ ?(?:\/|per|se|tiap) ?(hari|hr|minggu|mgg?|bulan|bln?|tahun|thn?)$/);
  if (period) {
    per = periods.find(([pattern]) => pattern.test(period[1]!))![1];
    rest = rest.slice(0, period.index).trim();
  }
  if (/^(-|\(.*\)$)/.test(rest)) return unparsed('amount_negative');

  const below = /^(<=?|≤|kurang dari|di ?bawah|maks(imal)?\.?|paling banyak)\s*/;
  const above = /^(>=?|≥|lebih dari|di ?atas|min(imal)?\.?|paling sedikit)\s*/;
  const aboveAfter = /\s*(ke ?atas|lebih|\+)$/;
  const isAbove = above.test(rest) || aboveAfter.test(rest);
  const isBelow = below.test(rest);
  const core = rest.replace(below, '').replace(above, '').replace(aboveAfter, '');
  const ends = core.split(/\s*(?:-|–|~|s\.?\/?d\.?|sampai(?: dengan)?|hingga)\s*(?=rp|\d)/);
  if (ends.length > 2 || (ends.length === 2 && (isAbove || isBelow))) return unparsed('amount_unreadable');

  const last = readAmount(ends.at(-1)!, columnUnit);
  if (!last.ok) return last;
  const { rupiah, unit } = last.value;
  if (isBelow) return checked({ kind: 'range', min: 0, max: rupiah, per });
  if (isAbove) return checked({ kind: 'range', min: rupiah, max: null, per });
  if (ends.length === 1) return checked({ kind: 'exact', rupiah, per });

  // In "1-2 jt" the unit stands once and belongs to both; in "500.000 - 1 jt" it cannot.
  const first = [readAmount(ends[0]!, unit), readAmount(ends[0]!, columnUnit)].find(
    (read) => !read.ok || isLowerEnd(read.value.rupiah, rupiah),
  );
  if (first === undefined) return unparsed('amount_ambiguous');
  return first.ok ? checked({ kind: 'range', min: first.value.rupiah, max: rupiah, per }) : first;
}

function clean(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^['`’]/, '')
    .replace(/^(±|\+\/-|\+-|kurang lebih|kira-kira|kira kira|sekitar|sktr|kl\.?|k\.l\.) ?/, '')
    .replace(/\b(rp|idr)\b\.? ?|\brp\.?(?=\d)/g, '')
    .replace(/\([^)\d]*\)/g, '') // the amount in words
    .replace(/ ?rupiah\b/, '')
    .replace(/(?<=rb|ribu|jt|juta|miliar|milyar)[- ]?an\b/, '') // "3 jutaan": about three million
    .replace(/(?<=\d)[.,] ?[-–—]+/g, '')
    .replace(/(?<=\d)\/-/, '')
    .trim();
}

/** Reads "1 jt 500 rb" part by part; each further part must have a smaller unit. */
function readAmount(text: string, plainUnit: number): Parsed<Read> {
  const parts = [...text.matchAll(/(\d[\d.,]*(?: \d{3})*) ?([a-z]*)\.? ?/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text)
    return unparsed('amount_unreadable');

  const sizes = parts.map(([, , word]) => (word ? units.find(([pattern]) => pattern.test(word))?.[1] : 0));
  let sum = 0;
  for (const [index, [, digits]] of parts.entries()) {
    const size = sizes[index];
    if (size === undefined || (index > 0 && size >= sizes[index - 1]!)) return unparsed('amount_unreadable');
    const unit = size || (index === 0 ? plainUnit : 1);
    const number = readNumber(digits!, unit > 1);
    if (!number.ok) return number;
    sum += number.value * unit;
  }
  return done({ rupiah: Math.round(sum), unit: sizes[0] || plainUnit });
}

/** A dot groups thousands and a comma marks decimals, unless the digits can only mean the reverse. */
function readNumber(digits: string, hasUnit: boolean): Parsed<number> {
  const text = digits.replace(/ /g, '').replace(/[.,]$/, '');
  if (/^\d+$/.test(text)) return done(Number(text));
  if (/^\d{1,3}(\.\d{3})+(,\d{1,2})?$/.test(text))
    return done(Number(text.replace(/\./g, '').replace(',', '.')));
  if (/^\d{1,3}(,\d{3}){2,}(\.\d{1,2})?$/.test(text)) return done(Number(text.replace(/,/g, '')));
  // "1,500" is 1500 when it stands alone (nobody writes thousandths of a rupiah), but before "jt" it
  // is either 1,5 or 1500 million.
  if (/^\d{1,3},\d{3}(\.\d{1,2})?$/.test(text)) {
    return hasUnit ? unparsed('amount_ambiguous') : done(Number(text.replace(',', '')));
  }
  if (/^\d+[.,]\d{1,2}$/.test(text)) {
    if (!hasUnit && text.length < 7) return unparsed('amount_unit_missing');
    return done(Number(text.replace(',', '.')));
  }
  return unparsed('amount_unreadable');
}

/** Nobody states a band from a few hundred rupiah: "500-1 jt" is a slip, "0-1 jt" is not. */
function isLowerEnd(low: Rupiah, high: Rupiah): boolean {
  return low < high && (low === 0 || low >= 1_000);
}

function checked(amount: StatedAmount): Parsed<StatedAmount> {
  const largest = amount.kind === 'exact' ? amount.rupiah : (amount.max ?? amount.min);
  return Number.isSafeInteger(largest) ? done(amount) : unparsed('amount_too_large');
}
