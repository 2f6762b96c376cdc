import type { FieldChange } from './field-changes.ts';

export type HistoryEntry = {
  changeId: string;
  /** Of several that are shown as one: which of them. */
  enterpriseId?: string | null;
  changedAt: Date;
  changedBy: string;
  via: string;
  kind: string;
  changes: readonly FieldChange[];
};

/** Field under which an owner's wish for a correction stands in the history. */
export const CORRECTION = 'correction';

/** The newest wish of the owner after which nobody has edited the record; null when all are answered. */
export function openCorrection(
  history: readonly HistoryEntry[],
): { text: string; at: Date; by: string } | null {
  const newestFirst = [...history].sort((a, b) => b.changedAt.getTime() - a.changedAt.getTime());
  for (const { kind, changes, changedAt, changedBy } of newestFirst) {
    if (kind === 'edited') return null;
    const wish = changes.find((change) => change.field === CORRECTION);
    if (wish?.after) return { text: wish.after, at: changedAt, by: changedBy };
  }
  return null;
}

/** Two columns that tell one fact are shown once: the answer why there is none goes with the number itself. */
const partOf: Record<string, string> = {
  nibAnswer: 'nib',
  kbliVersion: 'kbliCode',
  longitude: 'latitude',
  accuracyM: 'latitude',
};

/** The changes worth a line each: a field that only accompanies another changed one is left out. */
export function tellingChanges(changes: readonly FieldChange[]): FieldChange[] {
  const changed = new Set(changes.map((change) => change.field));
  return changes.filter(({ field }) => {
    const whole = partOf[field];
    return whole === undefined || !changed.has(whole);
  });
}
