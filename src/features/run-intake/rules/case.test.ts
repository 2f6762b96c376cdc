import { expect, test } from 'vitest';
import {
  byUrgency,
  type CaseAction,
  type CaseStatus,
  caseProgress,
  caseStatusAfter,
  daysLate,
} from './case.ts';
import { caseKinds, caseTemplate, kindsForTopic, stepsFrom } from './case-templates.ts';

const after: Record<CaseStatus, Record<CaseAction, CaseStatus | null>> = {
  open: { work: 'open', finish: 'done', stop: 'stopped', resume: null },
  done: { work: null, finish: null, stop: null, resume: null },
  stopped: { work: null, finish: null, stop: null, resume: 'open' },
};
test.each(
  Object.entries(after).flatMap(([status, row]) =>
    Object.entries(row).map(([action, next]) => [status, action, next] as const),
  ),
)('%s, %s → %s', (status, action, next) => {
  expect(caseStatusAfter(status as CaseStatus, action as CaseAction)).toBe(next);
});

test('a step is late from the day after it was due, and no more once it is done', () => {
  expect(daysLate({ dueOn: '2026-05-06', doneOn: null }, '2026-05-06')).toBe(0);
  expect(daysLate({ dueOn: '2026-05-06', doneOn: null }, '2026-05-09')).toBe(3);
  expect(daysLate({ dueOn: '2026-05-06', doneOn: '2026-05-08' }, '2026-05-09')).toBe(0);
  expect(daysLate({ dueOn: null, doneOn: null }, '2026-05-09')).toBe(0);
});

test('a case stands at its first open step and is as late as its latest one', () => {
  const steps = [
    { step: 1, dueOn: '2026-05-01', doneOn: '2026-05-01' },
    { step: 2, dueOn: '2026-05-05', doneOn: null },
    { step: 3, dueOn: '2026-05-02', doneOn: null },
  ];
  expect(caseProgress(steps, '2026-05-06')).toEqual({ done: 1, of: 3, next: steps[1], late: 4 });
  expect(caseProgress([], '2026-05-06')).toEqual({ done: 0, of: 0, next: null, late: 0 });
});

test('the queue begins with what is latest; what is closed comes last', () => {
  const row = (caseId: string, late: number, nextDue: string | null, status: CaseStatus = 'open') => ({
    caseId,
    late,
    nextDue,
    status,
  });
  const rows = [
    row('closed', 0, null, 'done'),
    row('soon', 0, '2026-05-07'),
    row('later', 0, '2026-06-01'),
    row('late', 9, '2026-04-01'),
  ];
  expect(rows.toSorted(byUrgency).map(({ caseId }) => caseId)).toEqual(['late', 'soon', 'later', 'closed']);
});

test.each(caseKinds)(
  '%s: steps in order, the days never going back, the last one keeps what was achieved',
  (kind) => {
    const steps = stepsFrom(kind, '2026-05-06');
    expect(steps.map(({ step }) => step)).toEqual(steps.map((_, at) => at + 1));
    expect(steps.map(({ dueOn }) => dueOn)).toEqual(steps.map(({ dueOn }) => dueOn).toSorted());
    expect(steps.at(-1)?.needsFile).toBe(true);
    expect(caseTemplate(kind).title).not.toBe('');
  },
);

test('of a halal programme halal cases are proposed first, of branding the brand', () => {
  expect(kindsForTopic('halal').slice(0, 2)).toEqual(['halal_self_declare', 'halal_regular']);
  expect(kindsForTopic('branding')[0]).toBe('brand');
  for (const topic of ['pirt', 'qris'] as const)
    expect(kindsForTopic(topic).toSorted()).toEqual(caseKinds.toSorted());
});
