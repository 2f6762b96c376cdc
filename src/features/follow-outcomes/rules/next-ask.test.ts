import { expect, test } from 'vitest';
import { nextOf } from './next-ask.ts';

const wave = (months: 3 | 6 | 12, phase: 'planned' | 'open' | 'closed', answered: number) => ({
  months,
  phase,
  answered,
  people: 30,
  dueOn: `2026-0${months === 12 ? 9 : months}-01`,
});

test('an open wave with silent people comes before one that is still to come', () => {
  expect(nextOf([wave(3, 'closed', 10), wave(6, 'open', 24), wave(12, 'planned', 0)])).toMatchObject({
    months: 6,
    isOpen: true,
    silent: 6,
  });
  expect(nextOf([wave(3, 'closed', 10), wave(6, 'open', 30), wave(12, 'planned', 0)])).toMatchObject({
    months: 12,
    isOpen: false,
  });
});

test('when all waves are over nothing is left', () => {
  expect(nextOf([wave(3, 'closed', 10), wave(6, 'closed', 3), wave(12, 'closed', 0)])).toBeNull();
});
