import type { Period, StatedAmount } from '#kernel/parse-rupiah.ts';
import { parseRupiah } from '#kernel/parse-rupiah.ts';
import { done, type Parsed, unparsed } from '#kernel/refusal.ts';
import type { Cell } from './cell.ts';
import type { ColumnChoice } from './column-choice.ts';
import type { ListContext } from './list-context.ts';
import type { RowReading } from './row-reading.ts';
import type { StagedFigure } from './staged-record.ts';

/** Turnover is kept by the year. How many days a stall opens is anybody's guess, so a day's takings are not made one. */
const timesAYear: Readonly<Record<Period, number | null>> = { day: null, week: 52, month: 12, year: 1 };

/** Nobody's turnover is 5 rupiah: the column counts in thousands or millions and does not say so. */
const leastBelieved = 1_000;
/** Rp 1 triliun is twenty times the most that a medium enterprise may sell (PP 7/2021 pasal 35). */
const mostBelieved = 1_000_000_000_000;
const mostWorkers = 10_000;

/** Reads turnover a year, capital and workers, each of the year that its column or the list is of. */
export function readFigures(reading: RowReading, context: ListContext): StagedFigure[] {
  const figures: StagedFigure[] = [];
  for (const kind of ['sales', 'capital'] as const) {
    for (const { cell, text, column, choice } of reading.cells(kind)) {
      const amount = readAmount(cell, text, choice);
      if (!amount.ok) {
        reading.refuse(kind, amount.refusal, column);
        continue;
      }
      const per = kind === 'sales' ? (amount.value.per ?? choice.period ?? 'year') : 'year';
      const times = timesAYear[per];
      if (times === null) reading.report(kind, 'period_not_yearly', { column });
      else {
        const figure = figureOf(kind, amount.value, times, choice.year ?? context.figureYear);
        if ((figure.amountUpper ?? figure.amount) > mostBelieved)
          reading.refuse(kind, 'amount_too_large', column);
        else {
          if (amount.value.kind === 'range' && amount.value.max === null)
            reading.report(kind, 'amount_at_least', { column });
          figures.push(figure);
        }
      }
    }
  }
  for (const kind of ['workers', 'workers_male', 'workers_female'] as const) {
    const count = readCount(reading, kind);
    if (count !== null) figures.push({ kind, year: context.figureYear, amount: count, amountUpper: null });
  }
  return figures;
}

function readAmount(cell: Cell, text: string, { unit }: ColumnChoice): Parsed<StatedAmount> {
  // A number is an amount already: "1.234" typed as text groups thousands, the number 1.234 does not.
  const parsed =
    typeof cell === 'number'
      ? cell < 0
        ? unparsed('amount_negative')
        : done<StatedAmount>({ kind: 'exact', rupiah: Math.round(cell * unit), per: null })
      : parseRupiah(text, unit);
  if (!parsed.ok) return parsed;
  const stated = parsed.value;
  const largest = stated.kind === 'exact' ? stated.rupiah : (stated.max ?? stated.min);
  return largest > 0 && largest < leastBelieved ? unparsed('amount_unit_missing') : parsed;
}

function figureOf(
  kind: StagedFigure['kind'],
  stated: StatedAmount,
  times: number,
  year: number,
): StagedFigure {
  return stated.kind === 'exact'
    ? { kind, year, amount: stated.rupiah * times, amountUpper: null }
    : {
        kind,
        year,
        amount: stated.min * times,
        amountUpper: stated.max === null ? null : stated.max * times,
      };
}

/** "3", "3 orang", "3 (keluarga)"; 0 is an answer here. */
function readCount(reading: RowReading, field: 'workers' | 'workers_male' | 'workers_female'): number | null {
  const text = reading.raw(field);
  if (text === '' || /^[-–—.\s]*$/.test(text)) return null;
  const match = text.match(/^(\d{1,6})(?:[.,]0)?(?![\d.,])\s*(?:\p{L}[\p{L}\s.]*)?(?:\([^)]*\))?$/u);
  const count = match ? Number(match[1]) : /^tidak ada|^nihil|^sendiri/i.test(text) ? 0 : null;
  if (count === null) reading.report(field, 'not_a_number');
  else if (count > mostWorkers) reading.report(field, 'out_of_range');
  else return count;
  return null;
}
