import type { ResultReason } from './result-reason.ts';
import type { SelectionPlan, Tag } from './selection-plan.ts';

/** Personal data: counted, but never told of somebody to whoever may not see it in the register. */
const isPersonal = (tag: Tag | null): boolean => tag === 'disability';

/** Whether the published problem holds personal data, so that its file is for few. */
export const hasPersonalTags = ({ reserves, quotas }: SelectionPlan): boolean =>
  [...reserves, ...quotas].some(({ tag }) => isPersonal(tag));

/** The reason as it may stand in a list of names: who sits by such a reserve is not told apart. */
export function withoutPersonal(reason: ResultReason): ResultReason {
  if (reason.outcome === 'waiting')
    return {
      ...reason,
      limits: reason.limits.map((one) => (isPersonal(one.tag) ? { ...one, tag: null } : one)),
    };
  if (reason.outcome !== 'seated' || !reason.reserves.some(isPersonal)) return reason;
  return { ...reason, by: 'fit', reserves: [] };
}
