import type { Lane } from './choose-lane.ts';

/** Ways that cost an officer's time or paper; what a provider sends is counted by its own price list. */
export const plannedLanes = ['chat', 'letter', 'visit'] as const;
export type PlannedLane = (typeof plannedLanes)[number];

export type ChannelFigures = {
  /** Rupiah for one contact. */
  cost: number;
  /** Of those tried, the share that is reached. */
  share: number;
  /** Contacts on record from which the share was learned; 0: assumed. */
  tried: number;
};

/** First guesses, to be replaced by the office's own figures; made on 23 November 2026 for lack of any. */
export const assumedOn = '2026-11-23';
export const assumed: Readonly<Record<PlannedLane, ChannelFigures>> = {
  chat: { cost: 500, share: 0.7, tried: 0 },
  letter: { cost: 2_000, share: 0.4, tried: 0 },
  visit: { cost: 25_000, share: 0.6, tried: 0 },
};

/** With fewer contacts a share says more about luck than about the channel. */
const leastTried = 50;

/** The share that the log teaches, or the one assumed. */
export function learnedShare(
  lane: PlannedLane,
  log: { tried: number; reached: number } | undefined,
): Pick<ChannelFigures, 'share' | 'tried'> {
  return log && log.tried >= leastTried
    ? { share: log.reached / log.tried, tried: log.tried }
    : { share: assumed[lane].share, tried: 0 };
}

export type ReachPlan<Person> = {
  chosen: Person[];
  byLane: Readonly<Record<PlannedLane, { people: number; cost: number; expected: number }>>;
  cost: number;
  expected: number;
  /** For whom the money did not last. */
  left: number;
  /** Who said no, or to whom there is no way. */
  alone: number;
};

/**
 * People in the order given, each by their own way, until the budget is used: whoever is too dear is passed over, and
 * those behind who still fit are taken. The order decides, not the price: nobody is put last for being hard to reach.
 */
export function planReach<Person extends { lane: Lane }>(
  people: readonly Person[],
  figures: Readonly<Record<PlannedLane, ChannelFigures>>,
  budget: number,
): ReachPlan<Person> {
  const byLane = {
    chat: { people: 0, cost: 0, expected: 0 },
    letter: { people: 0, cost: 0, expected: 0 },
    visit: { people: 0, cost: 0, expected: 0 },
  };
  const chosen: Person[] = [];
  let [cost, left, alone] = [0, 0, 0];
  for (const person of people) {
    const lane = plannedLanes.find((one) => one === person.lane);
    if (lane === undefined) {
      alone++;
      continue;
    }
    const price = figures[lane].cost;
    if (cost + price > budget) {
      left++;
      continue;
    }
    cost += price;
    chosen.push(person);
    const sum = byLane[lane];
    sum.people++;
    sum.cost += price;
    sum.expected += figures[lane].share;
  }
  const expected = plannedLanes.reduce((all, lane) => all + byLane[lane].expected, 0);
  return { chosen, byLane, cost, expected, left, alone };
}
