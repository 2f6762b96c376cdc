import type { LaneCount } from '../outreach-store.server.ts';
import { type Lane, lanes } from '../rules/choose-lane.ts';
import type { ReachNumbers } from '../rules/reach-view.ts';
import { type RecipientState, reachedStates, recipientStates } from '../rules/recipient-state.ts';

/** Counts of one list out of its groups. */
export function numbersOf(counts: readonly LaneCount[]): ReachNumbers {
  const sum = (fits: (one: LaneCount) => boolean) =>
    counts.reduce((all, one) => all + (fits(one) ? one.count : 0), 0);
  const of = <Key extends string>(keys: readonly Key[], fits: (one: LaneCount, key: Key) => boolean) =>
    Object.fromEntries(keys.map((key) => [key, sum((one) => fits(one, key))])) as Record<Key, number>;
  const alone = counts.filter(({ lane }) => lane === 'none');
  return {
    people: sum(() => true),
    byLane: of<Lane>(lanes, ({ lane }, key) => lane === key),
    byState: of<RecipientState>(recipientStates, ({ state }, key) => state === key),
    inQueue: sum(({ lane, state }) => lane === 'chat' && state === 'waiting'),
    reached: sum(({ state }) => reachedStates.includes(state as RecipientState)),
    why: [...Map.groupBy(alone, ({ laneReason }) => laneReason ?? 'withdrawn')].map(([reason, some]) => ({
      reason,
      count: some.reduce((all, { count }) => all + count, 0),
    })),
  };
}
