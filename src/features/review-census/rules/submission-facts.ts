import type { Answers } from '#questionnaire/engine/answers.ts';
import { openForm } from '#questionnaire/engine/open-form.ts';
import { viewForm } from '#questionnaire/engine/view-form.ts';
import { type Form, isPersonal } from '#questionnaire/form.ts';
import { topQuestions } from './answered-fields.ts';
import { answeredFigures } from './answered-figures.ts';
import type { CheckedSales } from './sales-checks.ts';
import type { ComparedAnswers } from './same-answer-run.ts';

/** Answers chosen from lists, without personal ones: what can be compared between enterprises. */
export function comparedAnswers(form: Form, answers: Answers): ComparedAnswers {
  const chosen = topQuestions(form.items).filter(
    (question) => question.kind.startsWith('select') && !isPersonal(question) && question.name !== 'verdict',
  );
  return Object.fromEntries(
    chosen.flatMap(({ name }) => {
      const given = answers[name];
      if (given === undefined) return [];
      return [[name, typeof given === 'string' ? given : given.answer]];
    }),
  );
}

/** Sales and workers as they were told at one visit. */
export function checkedSales(form: Form, answers: Answers, year: number): CheckedSales {
  const figures = answeredFigures(form, answers, year);
  const sales = figures.find(({ kind }) => kind === 'sales');
  const workers = figures.filter(({ kind }) => kind.startsWith('workers'));
  return {
    // A plain amount is a band of one; the highest band is open above.
    yearly: sales
      ? { from: sales.amount, to: sales.amountUpper ?? (isBand(answers) ? null : sales.amount) }
      : null,
    workers: workers.length === 0 ? null : workers.reduce((sum, { amount }) => sum + amount, 0),
  };
}

const isBand = (answers: Answers): boolean => Object.keys(answers).some((name) => name.endsWith('_band'));

/** How many questions the form put for these answers; those it works out itself left out. */
export function questionsAsked(form: Form, answers: Answers, now: number): number {
  const open = openForm(form);
  return open.ok ? viewForm(open.value, answers, { now, language: 'id' }).asked : 0;
}

/** What is compared of sales: a line of business. */
export const sectorOf = (answers: Answers): string | null => {
  const given = answers.goods ?? answers.sector;
  return typeof given === 'string' && given !== '' ? (given.split(/\s+/)[0] ?? null) : null;
};
