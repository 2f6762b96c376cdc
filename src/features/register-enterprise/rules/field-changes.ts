/** One field, before and after, as texts a person can read; personal values masked. */
export type FieldChange = { field: string; before: string | null; after: string | null };

const text = (value: unknown): string | null => {
  if (value === null || value === undefined || value === '') return null;
  if (value instanceof Date) return value.toISOString();
  return String(value);
};

/** What differs between two records, field by field in the order of `after`. Fields that `after` leaves out are unchanged. */
export function fieldChanges(before: Record<string, unknown>, after: Record<string, unknown>): FieldChange[] {
  return Object.keys(after)
    .map((field) => ({ field, before: text(before[field]), after: text(after[field]) }))
    .filter((change) => change.before !== change.after);
}

/** Fields whose values never stand in the history in the clear; that they changed does. */
const PERSONAL = new Set(['birthDate', 'homeAddress', 'disability']);
const HIDDEN = '•••';

export function hidePersonal(changes: readonly FieldChange[]): FieldChange[] {
  const hide = (value: string | null) => (value === null ? null : HIDDEN);
  return changes.map((change) =>
    PERSONAL.has(change.field)
      ? { ...change, before: hide(change.before), after: hide(change.after) }
      : change,
  );
}
