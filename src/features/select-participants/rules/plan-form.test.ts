import { expect, test } from 'vitest';
import { planShape } from '../input.ts';
import { planAsForm, planFromForm, shareRows } from './plan-form.ts';
import type { SelectionPlan } from './selection-plan.ts';

const INTAKE = '019a0000-0000-7000-8000-000000000001';
const rubric = { rubricId: '019a0000-0000-7000-8000-0000000000aa', name: { id: 'Ekspor', en: 'Export' } };
const choices = { hasConditions: true, rubrics: [rubric] };

const plan: SelectionPlan = {
  criteria: [
    { kind: 'conditions', weight: 40 },
    { kind: 'fewer_supports', sinceYear: 2024, topic: 'packaging', weight: 20 },
    { kind: 'assessment', ...rubric, weight: 10 },
    { kind: 'verified', withinMonths: 6, weight: 5 },
    { kind: 'years', prefer: 'shorter', weight: 5 },
    { kind: 'evidence', evidence: 'halal', weight: 5 },
  ],
  reserves: [
    { tag: 'women', intakeId: null, atLeast: { percent: 40 } },
    { tag: 'sector:batik', intakeId: INTAKE, atLeast: { seats: 3 } },
  ],
  quotas: [{ tag: 'proposed', intakeId: null, atMost: { percent: 20 } }],
  takePart: 'many_out',
  servedSince: 2024,
  answerDays: 3,
  moveUpDays: 2,
};

test('a plan shown in the form and sent back is the same plan', () => {
  expect(planShape.parse(planFromForm(planAsForm(plan), choices).plan)).toEqual(plan);
});

test('a criterion without a weight and a share without a tag are left out', () => {
  const values = { ...planAsForm(plan), 'w.conditions': '0', 'w.years': '', 'r0.tag': '', 'q0.tag': '' };
  const read = planShape.parse(planFromForm(values, choices).plan);
  expect(read.criteria.map(({ kind }) => kind)).toEqual([
    'fewer_supports',
    'assessment',
    'verified',
    'evidence',
  ]);
  expect(read.reserves.map(({ tag }) => tag)).toEqual(['sector:batik']);
  expect(read.quotas).toEqual([]);
});

test('what is wrong is told at the field in which it was typed', () => {
  const values = {
    ...planAsForm(plan),
    'w.conditions': '101',
    'r1.amount': 'x',
    'r0.tag': 'sector:batik',
    'r0.intake': INTAKE,
  };
  const { plan: typed, fieldOf } = planFromForm(values, choices);
  const { error } = planShape.safeParse(typed);
  const paths = error!.issues.map(({ path }) => fieldOf(['plan', ...path].join('.')));
  expect(paths).toEqual(expect.arrayContaining(['w.conditions', 'r1.amount']));
});

test('there is always a row to add a share', () => {
  expect(shareRows({}, 'r', 2)).toEqual([0, 1]);
  expect(shareRows({ 'r1.tag': 'women' }, 'r', 2)).toEqual([0, 1, 2]);
});
