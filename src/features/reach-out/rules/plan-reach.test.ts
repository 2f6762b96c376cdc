import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Lane } from './choose-lane.ts';
import { assumed, learnedShare, planReach } from './plan-reach.ts';

const figures = {
  chat: { cost: 500, share: 0.5, tried: 0 },
  letter: { cost: 2_000, share: 0.25, tried: 0 },
  visit: { cost: 25_000, share: 1, tried: 0 },
};
const people = (...lanes: Lane[]) => lanes.map((lane, at) => ({ lane, at }));

test('the money goes to those who come first; who is too dear is passed over, who fits behind is taken', () => {
  const plan = planReach(people('chat', 'visit', 'letter', 'chat', 'none'), figures, 3_000);
  expect(plan.chosen.map(({ at }) => at)).toEqual([0, 2, 3]);
  expect(plan).toMatchObject({ cost: 3_000, left: 1, alone: 1, expected: 1.25 });
  expect(plan.byLane.chat).toEqual({ people: 2, cost: 1_000, expected: 1 });
});

test('the budget is never passed, and everybody is counted once', () => {
  const lane = fc.constantFrom<Lane>('chat', 'auto', 'letter', 'visit', 'none');
  fc.assert(
    fc.property(fc.array(lane), fc.integer({ min: 0, max: 100_000 }), (lanes, budget) => {
      const plan = planReach(people(...lanes), figures, budget);
      expect(plan.cost).toBeLessThanOrEqual(budget);
      expect(plan.chosen.length + plan.left + plan.alone).toBe(lanes.length);
    }),
  );
});

test('a share is learned from fifty contacts on, and assumed before', () => {
  expect(learnedShare('chat', { tried: 49, reached: 0 })).toEqual({ share: assumed.chat.share, tried: 0 });
  expect(learnedShare('chat', { tried: 50, reached: 10 })).toEqual({ share: 0.2, tried: 50 });
  expect(learnedShare('visit', undefined).tried).toBe(0);
});
