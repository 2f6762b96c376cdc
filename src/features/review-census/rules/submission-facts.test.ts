import { expect, test } from 'vitest';
import { coreQuestionnaire } from '#questionnaire/forms/core-questionnaire.ts';
import { checkedSales, comparedAnswers, questionsAsked, sectorOf } from './submission-facts.ts';

const answers = {
  verdict: 'produces',
  owner_name: 'Siti',
  goods: 'batik food',
  main_product: 'batik cap',
  workers_female: '2',
  workers_male: '1',
  sales_band: 'to_150m',
  made_by: 'all_own',
};

test('what is compared between enterprises are choices, and nothing personal', () => {
  expect(comparedAnswers(coreQuestionnaire, answers)).toEqual({
    goods: 'batik food',
    made_by: 'all_own',
    sales_band: 'to_150m',
  });
});

test('sales are a band, workers are counted together', () => {
  expect(checkedSales(coreQuestionnaire, answers, 2026)).toEqual({
    yearly: { from: 50_000_000, to: 150_000_000 },
    workers: 3,
  });
  expect(checkedSales(coreQuestionnaire, { sales_band: 'above_50b' }, 2026).yearly?.to).toBeNull();
  expect(checkedSales(coreQuestionnaire, {}, 2026)).toEqual({ yearly: null, workers: null });
});

test('a closed workshop is asked less than one that produces', () => {
  const asked = (verdict: string) => questionsAsked(coreQuestionnaire, { verdict }, 0);
  expect(asked('closed')).toBeLessThan(asked('produces'));
  expect(sectorOf(answers)).toBe('batik');
});
