import { expect, test } from 'vitest';
import type { WorkRow } from '#features/survey-field/rules/wire.ts';
import { makeIdSource } from '#kernel/id.ts';
import { openForm } from '#questionnaire/engine/open-form.ts';
import { coreQuestionnaire } from '#questionnaire/forms/core-questionnaire.ts';
import { beginVisit, geopointOf, settleVisit } from './visit.ts';

const now = Date.UTC(2026, 2, 14, 7);
const moment = { now, language: 'id' } as const;
const opened = openForm(coreQuestionnaire);
if (!opened.ok) throw new Error('the core questionnaire does not open');
const open = opened.value;
const newId = makeIdSource(() => now);
const round = { roundId: 'round', formId: 'gawangan_core', formVersion: 1 } as never;
const row = {
  rowId: 'row-1',
  name: 'Batik Jaya',
  owner: 'Siti',
  village: '33.75.01.1001',
  revision: 7,
} as WorkRow;

test('what the register knows stands in the form already, and is told apart from what is answered', () => {
  const draft = beginVisit(open, { round, row, userId: 'u' }, moment, newId);
  expect(draft).toMatchObject({ rowId: 'row-1', baseRevision: 7, title: 'Batik Jaya', verdict: null });
  expect(draft.answers).toMatchObject({ business_name: 'Batik Jaya', owner_name: 'Siti' });
  expect(draft.preloaded).toEqual(draft.answers);
});

test('an enterprise found in the field gets its id here, and the name that was searched for', () => {
  const to = { round, row: null, typed: 'Tahu Pak Joko', villageCode: '33.75.01.1002', userId: 'u' };
  const draft = beginVisit(open, to, moment, newId);
  expect(draft.newEnterpriseId).toMatch(/^[0-9a-f-]{36}$/);
  expect(draft).toMatchObject({ rowId: null, villageCode: '33.75.01.1002' });
  expect(draft.answers.business_name).toBe('Tahu Pak Joko');
});

test('handed in: the verdict, only photos that answer something, the position, and no answer that was not asked', () => {
  const begun = beginVisit(open, { round, row, userId: 'u' }, moment, newId);
  const position = { latitude: -6.8886, longitude: 109.6753, accuracyM: 8, at: '2026-03-14T07:00:00.000Z' };
  const { draft, problems } = settleVisit(
    open,
    {
      ...begun,
      position,
      answers: {
        ...begun.answers,
        verdict: 'closed',
        asked_whom: 'rt_head',
        photo: 'photo-2',
        position: geopointOf(position),
      },
      photos: [
        { id: 'photo-1', item: 'photo', takenAt: position.at },
        { id: 'photo-2', item: 'photo', takenAt: position.at },
      ],
    },
    moment,
  );
  expect(problems).toEqual([]);
  expect(draft.verdict).toBe('closed');
  expect(draft.photos.map(({ id }) => id)).toEqual(['photo-2']);
  expect(draft.position).toEqual(position);
  expect(draft.answers).not.toHaveProperty('owner_name');
});
