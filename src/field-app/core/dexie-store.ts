import Dexie, { type EntityTable } from 'dexie';
import type { PhoneStore, TableName, Tables } from './store.ts';

type Schema = Dexie & { [T in TableName]: EntityTable<Tables[T], 'id'> };

/**
 * The store in the browser's database. A version, once released, is never edited: a new one is added below it, with
 * its own `upgrade`, and Dexie walks from whichever the phone has.
 */
export function openDexieStore(name = 'gawangan-lapangan'): PhoneStore & { close(): void } {
  // Strict: a transaction is done when it is on the disk, so that an empty battery loses one keystroke at most.
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' }) as Schema;
  db.version(1).stores({
    phone: 'id',
    people: 'id',
    work: 'id',
    forms: 'id',
    drafts: 'id',
    outbox: 'id',
    photos: 'id',
    photoBytes: 'id',
    finished: 'id',
  });
  const table = <T extends TableName>(which: T) => db.table<Tables[T], string>(which);
  return {
    get: (which, id) => table(which).get(id),
    all: (which) => table(which).toArray(),
    ids: (which) => table(which).toCollection().primaryKeys(),
    change: (changes, onlyIf) => {
      const touched = new Set<TableName>(changes.map((change) => change.table));
      if (onlyIf) touched.add(onlyIf.table);
      return db.transaction('rw', [...touched], async () => {
        if (onlyIf && (await table(onlyIf.table).where('id').equals(onlyIf.id).count()) === 0) return false;
        for (const change of changes) {
          if ('put' in change) await db.table(change.table).put(change.put);
          else await db.table(change.table).delete(change.remove);
        }
        return true;
      });
    },
    close: () => db.close(),
  };
}
