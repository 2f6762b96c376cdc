import type { Answers } from '#questionnaire/engine/answers.ts';
import { type Form, listOf } from '#questionnaire/form.ts';
import { topQuestions } from './answered-fields.ts';

export type AnsweredFigure = { kind: string; year: number; amount: number; amountUpper: number | null };

/** Questions that ask for a number of a year, and how often a year it is earned. */
const numbers: Readonly<Record<string, { kind: string; times: number }>> = {
  sales: { kind: 'sales', times: 1 },
  yearly_sales: { kind: 'sales', times: 1 },
  monthly_sales: { kind: 'sales', times: 12 },
  capital: { kind: 'capital', times: 1 },
  workers: { kind: 'workers', times: 1 },
  workers_female: { kind: 'workers_female', times: 1 },
  workers_male: { kind: 'workers_male', times: 1 },
};

/** Questions that offer bands; their choices carry `from` and `to` in whole rupiah as columns of the list. */
const bands: Readonly<Record<string, { kind: string; times: number }>> = {
  sales_band: { kind: 'sales', times: 1 },
  yearly_sales_band: { kind: 'sales', times: 1 },
  monthly_sales_band: { kind: 'sales', times: 12 },
  capital_band: { kind: 'capital', times: 1 },
};

/** Names of all questions that a figure is read from. */
export const figureQuestions: readonly string[] = [...Object.keys(numbers), ...Object.keys(bands)];

const whole = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;

/** Figures of the year of the visit, as they were told. The highest band has no upper end. */
export function answeredFigures(form: Form, answers: Answers, year: number): AnsweredFigure[] {
  return topQuestions(form.items).flatMap(({ name, list }): AnsweredFigure[] => {
    const text = typeof answers[name] === 'string' ? (answers[name] as string).trim() : '';
    if (text === '') return [];
    const plain = numbers[name];
    const amount = whole(text);
    if (plain && amount !== null)
      return [{ kind: plain.kind, year, amount: amount * plain.times, amountUpper: null }];
    const band = bands[name];
    const choice = band && listOf(form, list).find((one) => one.name === text);
    const low = whole(choice?.columns?.from);
    if (!band || low === null) return [];
    const high = whole(choice?.columns?.to);
    return [
      {
        kind: band.kind,
        year,
        amount: low * band.times,
        amountUpper: high === null ? null : high * band.times,
      },
    ];
  });
}
