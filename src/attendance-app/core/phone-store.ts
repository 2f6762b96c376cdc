import { Dexie, liveQuery, type Table } from 'dexie';
import type { AttendanceWork, MarkFault, WireMark } from '#features/run-intake/rules/attendance-wire.ts';

/** A link that was opened on this phone, with what the office last told. */
export type LinkRecord = {
  code: string;
  /** The one opened last is the one shown. Milliseconds since 1970 UTC, by this phone's clock. */
  openedAt: number;
  /** `unknown`: the office does not know it. */
  state: 'valid' | 'revoked' | 'expired' | 'unknown';
  /** Null until the office answered once. */
  work: AttendanceWork | null;
  lastSentAt: number | null;
};

/** A mark made on this phone; kept after it was sent, so that what was said here stays readable. */
export type MarkRecord = Omit<WireMark, 'markedAt'> & {
  code: string;
  markedAt: number;
  sent: 0 | 1;
  /** Why the office will never take it. */
  refused: MarkFault | null;
};

export type PhoneView = { links: LinkRecord[]; marks: MarkRecord[] };

export type PhoneStore = {
  /** Calls back now and after every change; answers how to stop. */
  watch(tell: (view: PhoneView) => void): () => void;
  open(code: string, now: number): Promise<void>;
  link(code: string): Promise<LinkRecord | undefined>;
  changeLink(code: string, changes: Partial<Omit<LinkRecord, 'code'>>): Promise<void>;
  addMarks(marks: readonly MarkRecord[]): Promise<void>;
  unsent(code: string): Promise<MarkRecord[]>;
  settle(kept: readonly string[], refused: readonly { markId: string; code: MarkFault }[]): Promise<void>;
  forget(code: string): Promise<void>;
};

/** Whether the office is still to be told. */
export const isUnsent = ({ sent, refused }: MarkRecord): boolean => sent === 0 && refused === null;

class PhoneDatabase extends Dexie {
  declare links: Table<LinkRecord, string>;
  declare marks: Table<MarkRecord, string>;
  constructor(name: string) {
    super(name);
    this.version(1).stores({ links: 'code', marks: 'markId, code' });
  }
}

export function openPhoneStore(name = 'gawangan-hadir'): PhoneStore {
  const db = new PhoneDatabase(name);
  const marksOf = (code: string) => db.marks.where('code').equals(code);
  return {
    watch(tell) {
      const view = liveQuery(async () => ({
        links: await db.links.toArray(),
        marks: await db.marks.toArray(),
      }));
      const { unsubscribe } = view.subscribe(tell);
      return unsubscribe;
    },
    open: (code, openedAt) =>
      db.transaction('rw', db.links, async () => {
        const known = await db.links.get(code);
        await db.links.put(
          known ? { ...known, openedAt } : { code, openedAt, state: 'valid', work: null, lastSentAt: null },
        );
      }),
    link: (code) => db.links.get(code),
    changeLink: async (code, changes) => void (await db.links.update(code, changes)),
    addMarks: async (marks) => void (await db.marks.bulkAdd([...marks])),
    unsent: async (code) => (await marksOf(code).toArray()).filter(isUnsent),
    settle: (kept, refused) =>
      db.transaction('rw', db.marks, async () => {
        for (const markId of kept) await db.marks.update(markId, { sent: 1 });
        for (const { markId, code } of refused) await db.marks.update(markId, { refused: code });
      }),
    forget: (code) =>
      db.transaction('rw', db.links, db.marks, async () => {
        await marksOf(code).delete();
        await db.links.delete(code);
      }),
  };
}
