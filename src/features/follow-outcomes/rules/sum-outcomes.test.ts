import { expect, test } from 'vitest';
import { someAnswers } from '../factory.ts';
import { questionsToSum } from './questions-to-sum.ts';
import { sumOutcomes, type Told } from './sum-outcomes.ts';

const told = (more: Partial<Told>): Told => ({
  standing: 'confirmed',
  answers: someAnswers(),
  salesChange: null,
  ...more,
});
const silent = told({ standing: 'silent', answers: null });

test('who is silent stays in every denominator and is never a success', () => {
  const people = [
    told({
      answers: someAnswers({ salesBand: 'to_15', newProduct: 'yes', newBuyer: 'none' }),
      salesChange: 'up',
    }),
    told({ standing: 'told', answers: someAnswers({ running: 'closed', salesBand: 'to_1' }) }),
    silent,
    told({ standing: 'waiting', answers: null }),
    told({ standing: 'disputed', answers: null }),
  ];
  const sums = sumOutcomes(people, true);
  expect(sums).toMatchObject({ asked: 5, answered: 2, confirmed: 1, noNews: 3, mayPublish: 0 });
  expect(sums.running).toEqual({ running: 1, closed: 1, no_news: 3 });
  expect(sums.sales).toEqual({ up: 1, no_figure_before: 1, no_news: 3 });
  expect(sums.newProduct).toEqual({ yes: 1, unsaid: 1, no_news: 3 });
  expect(sums.hasExported).toEqual({ unsaid: 2, no_news: 3 });
  for (const { name, answers } of questionsToSum) {
    const counts = sums[name]!;
    // Every count has its bar, and the bars together are all who were asked.
    expect(answers.reduce((sum, [key]) => sum + (counts[key] ?? 0), 0)).toBe(sums.asked);
  }
});

test('whoever is not due yet was not asked', () => {
  expect(sumOutcomes([told({ standing: 'planned', answers: null })], false)).toMatchObject({
    asked: 0,
    noNews: 0,
    running: {},
    hasExported: null,
  });
});
