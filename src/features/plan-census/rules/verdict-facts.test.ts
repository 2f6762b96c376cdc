import { expect, test } from 'vitest';
import { finishAnswers } from '#questionnaire/engine/finish-answers.ts';
import { openForm } from '#questionnaire/engine/open-form.ts';
import { coreQuestionnaire } from '#questionnaire/forms/core-questionnaire.ts';
import { verdictFacts } from './verdict-facts.ts';
import { missingProof, type Verdict, verdicts } from './verdicts.ts';

const open = openForm(coreQuestionnaire);
if (!open.ok) throw new Error('the core questionnaire does not open');
const form = open.value;
const moment = { now: Date.UTC(2026, 10, 2, 3), language: 'id' } as const;

/** The least an enumerator answers for each verdict: what the form asks for, and nothing else. */
const answered: Record<Verdict, Record<string, unknown>> = {
  produces: {},
  services: {},
  works_for_others: {},
  trades_only: {},
  paused: { paused_since: '2025', stop_reason: { answer: 'declined' } },
  closed: { asked_whom: 'neighbour' },
  moved: { asked_whom: 'family', moved_to: 'tidak tahu' },
  duplicate: { asked_whom: 'owner', duplicate_of: 'Batik Sekar' },
  never_existed: { asked_whom: 'rt_head' },
  not_found: { asked_whom: 'rt_head' },
  refused: { refusal_reason: 'tax' },
};

test.each(verdicts)('a core questionnaire filled for “%s”, with photo and position, proves it', (verdict) => {
  const facts = verdictFacts(
    { verdict, ...answered[verdict] },
    { photos: 1, hasPosition: true, triedOn: ['2026-11-02'] },
  );
  expect(missingProof(facts!)).toEqual([]);
});

test.each(verdicts)('what proves “%s” is asked for by the form', (verdict) => {
  const answers = { verdict, ...answered[verdict] } as Parameters<typeof finishAnswers>[1];
  const kept = finishAnswers(form, answers, moment).answers;
  for (const name of Object.keys(answered[verdict])) expect(kept).toHaveProperty([name]);
});

test('a form without a verdict proves nothing', () => {
  const seen = { photos: 0, hasPosition: false, triedOn: [] };
  expect(verdictFacts({}, seen)).toBeNull();
  expect(verdictFacts({ verdict: 'sold' }, seen)).toBeNull();
});
