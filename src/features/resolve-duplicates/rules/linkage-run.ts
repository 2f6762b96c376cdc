import type { Band } from './false-merge-target.ts';

export const runStatuses = ['running', 'previewed', 'taken_over', 'discarded', 'failed'] as const;
export type RunStatus = (typeof runStatuses)[number];

/** What a search for duplicates found. */
export type RunCounts = {
  /** Enterprises that were looked at. */
  enterprises: number;
  /** Pairs that were compared at all. */
  compared: number;
  sure: number;
  review: number;
  /** Compared and found to be different. */
  no: number;
  /** Groups of enterprises that hang together by sure pairs. */
  clusters: number;
  largestCluster: number;
};

/**
 * What taking the run over would bring. Pairs that were decided before, or wait already, are not counted again.
 * `alike`: all that linkage found, those included.
 */
export function countFound(
  proposed: readonly { leftId: string; rightId: string; band: Band }[],
  { enterprises, compared, alike }: { enterprises: number; compared: number; alike: number },
): RunCounts {
  const sure = proposed.filter(({ band }) => band === 'sure');
  const sizes = groupSizes(sure);
  return {
    enterprises,
    compared,
    sure: sure.length,
    review: proposed.length - sure.length,
    no: Math.max(0, compared - alike),
    clusters: sizes.length,
    largestCluster: sizes.reduce((largest, size) => Math.max(largest, size), 0),
  };
}

/** How many enterprises each group holds that hangs together by these pairs. */
function groupSizes(pairs: readonly { leftId: string; rightId: string }[]): number[] {
  const groups = new Map<string, Set<string>>();
  for (const { leftId, rightId } of pairs) {
    const [one, other] = [groups.get(leftId) ?? new Set([leftId]), groups.get(rightId) ?? new Set([rightId])];
    const [larger, smaller] = one.size >= other.size ? [one, other] : [other, one];
    for (const id of smaller) larger.add(id);
    for (const id of [leftId, ...smaller]) groups.set(id, larger);
    groups.set(rightId, larger);
  }
  return [...new Set(groups.values())].map(({ size }) => size);
}
