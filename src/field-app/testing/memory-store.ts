import { type Change, type PhoneStore, type TableName, type Tables, tableNames } from '../core/store.ts';

/** Thrown where the app is killed at a change; what the change did, the test decides. */
export class Killed extends Error {}

/**
 * The store in memory, for the model. `plan` is asked before each change: `kill-before` dies without it,
 * `kill-after` dies once it is durable, `full` finds no room.
 */
export type Fate = 'go' | 'kill-before' | 'kill-after' | 'full';

export function openMemoryStore(plan: () => Fate = () => 'go'): PhoneStore {
  const tables = Object.fromEntries(tableNames.map((name) => [name, new Map()])) as {
    [T in TableName]: Map<string, Tables[T]>;
  };
  return {
    get: async (table, id) => structuredCloneOf(tables[table].get(id)),
    all: async <T extends TableName>(table: T) =>
      [...tables[table].values()]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map((record) => structuredCloneOf(record)) as Tables[T][],
    ids: async (table) => [...tables[table].keys()].sort(),
    change: async (changes, onlyIf) => {
      const fate = plan();
      if (fate === 'kill-before') throw new Killed();
      if (fate === 'full') throw new DOMException('no room', 'QuotaExceededError');
      if (onlyIf && !tables[onlyIf.table].has(onlyIf.id)) return false;
      for (const change of changes) applyTo(tables, change);
      if (fate === 'kill-after') throw new Killed();
      return true;
    },
  };
}

function applyTo(tables: { [T in TableName]: Map<string, Tables[T]> }, change: Change): void {
  if ('put' in change)
    (tables[change.table] as Map<string, unknown>).set(change.put.id, structuredCloneOf(change.put));
  else tables[change.table].delete(change.remove);
}

/** Records are flat, with bytes nobody writes into: a shallow copy is copy enough, and fast. */
const structuredCloneOf = <T>(record: T): T => (record ? { ...record } : record);
