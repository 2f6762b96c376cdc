import { describe, expect, test } from 'vitest';
import {
  actionsOf,
  holdsMoney,
  intakeActions,
  intakeStatusAfter,
  intakeStatuses,
  isOpenToChange,
} from './intake-state.ts';

/** All that is possible; every other pair is refused. */
const possible: Record<string, string> = {
  'planned open': 'open',
  'planned postpone': 'postponed',
  'planned cancel': 'cancelled',
  'open close': 'closed',
  'open postpone': 'postponed',
  'open cancel': 'cancelled',
  'closed open': 'open',
  'closed start': 'running',
  'closed postpone': 'postponed',
  'closed cancel': 'cancelled',
  'running finish': 'finished',
  'running postpone': 'postponed',
  'running cancel': 'cancelled',
  'postponed resume': 'planned',
  'postponed cancel': 'cancelled',
};

describe.each(intakeStatuses)('an intake that is %s', (status) => {
  test.each(intakeActions)('answers to: %s', (action) => {
    const after = possible[`${status} ${action}`] ?? null;
    expect(intakeStatusAfter(status, action)).toBe(after);
    expect(actionsOf(status).includes(action)).toBe(after !== null);
  });
});

test('what is finished or cancelled is changed no more, and nothing leads out of it', () => {
  for (const status of intakeStatuses) expect(isOpenToChange(status)).toBe(actionsOf(status).length > 0);
});

test('money is promised from the opening on, and not while an intake waits', () => {
  expect(intakeStatuses.filter(holdsMoney)).toEqual(['open', 'closed', 'running', 'finished']);
});
