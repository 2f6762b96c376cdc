import { hasAnswered, type Standing } from './counting-answer.ts';
import type { OutcomeAnswers } from './outcome-questions.ts';
import type { SalesChange } from './sales-bands.ts';

/** One person asked: where the ask stands, what was told, and how sales compare with before (null: not known). */
export type Told = { standing: Standing; answers: OutcomeAnswers | null; salesChange: SalesChange | null };

/** How many gave which answer. `unsaid`: answered, but not this; `no_news`: nothing heard. All together are all who were asked. */
export type Counts = Readonly<Record<string, number>>;

export type OutcomeSums = {
  asked: number;
  answered: number;
  confirmed: number;
  /** Nothing that counts is known: waiting, silent, or said to be wrong. */
  noNews: number;
  running: Counts;
  sales: Counts;
  newProduct: Counts;
  newBuyer: Counts;
  /** Null: was not asked. */
  hasExported: Counts | null;
  mayPublish: number;
};

export const NO_NEWS = 'no_news';
export const UNSAID = 'unsaid';

/** Results of those who were asked; whoever is not due yet is left out, whoever is silent never is. */
export function sumOutcomes(people: readonly Told[], withExport: boolean): OutcomeSums {
  const asked = people.filter(({ standing }) => standing !== 'planned');
  const answered = asked.filter(({ standing }) => hasAnswered(standing));
  const count = (answerOf: (one: Told) => string | null): Counts => {
    const counts: Record<string, number> = {};
    for (const one of asked) {
      const key = hasAnswered(one.standing) ? (answerOf(one) ?? UNSAID) : NO_NEWS;
      counts[key] = (counts[key] ?? 0) + 1;
    }
    return counts;
  };
  return {
    asked: asked.length,
    answered: answered.length,
    confirmed: asked.filter(({ standing }) => standing === 'confirmed').length,
    noNews: asked.length - answered.length,
    running: count(({ answers }) => answers?.running ?? null),
    // A band without anything to hold it against is said as such, not as unsaid.
    sales: count(({ answers, salesChange }) =>
      answers?.salesBand ? (salesChange ?? 'no_figure_before') : null,
    ),
    newProduct: count(({ answers }) => answers?.newProduct ?? null),
    newBuyer: count(({ answers }) => answers?.newBuyer ?? null),
    hasExported: withExport ? count(({ answers }) => answers?.hasExported ?? null) : null,
    mayPublish: answered.filter(({ answers }) => answers?.mayPublish === 'yes').length,
  };
}
