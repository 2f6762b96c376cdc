import type { Work, WorkRound, WorkRow } from '#features/survey-field/rules/wire.ts';
import { decryptAtRest, encryptAtRest } from './at-rest.ts';
import { clockOff } from './deliver.ts';
import type { Unlocked } from './lock.ts';
import type { Asked, OfficeLine } from './office-line.ts';
import { type Change, type PhoneStore, readPhone } from './store.ts';

/** One person's list as the phone keeps it. */
export type KeptWork = {
  cursor: string | null;
  /** When it was last asked for; what was sent later, the list does not know yet. */
  pulledAt: string | null;
  rounds: WorkRound[];
  villages: Work['villages'];
  rows: WorkRow[];
};

export const noWork: KeptWork = { cursor: null, pulledAt: null, rounds: [], villages: [], rows: [] };

export async function readWork(store: PhoneStore, unlocked: Unlocked): Promise<KeptWork> {
  const record = await store.get('work', unlocked.userId);
  return record ? decryptAtRest<KeptWork>(unlocked.dataKey, record.sealed) : noWork;
}

/**
 * Rows by id replace or join those kept; `gone` ones leave, and so do second looks that are no longer asked for and
 * rows of rounds that ended. Rounds are always all of them.
 */
export function mergeWork(kept: KeptWork, work: Work, pulledAt: string): KeptWork {
  const running = new Set(work.rounds.map(({ roundId }) => roundId));
  const still = kept.rows.filter(({ recheckId, roundId }) => recheckId === undefined && running.has(roundId));
  const rows = new Map((work.isWhole ? [] : still).map((row) => [row.rowId, row]));
  for (const id of work.gone) rows.delete(id);
  for (const row of work.rows) rows.set(row.rowId, row);
  const villages = new Map(kept.villages.map((village) => [village.code, village]));
  for (const village of work.villages) villages.set(village.code, village);
  return {
    cursor: work.cursor,
    pulledAt,
    rounds: work.rounds,
    villages: [...villages.values()],
    rows: [...rows.values()],
  };
}

/** Fetches what has changed since the cursor; list, forms and the office's key are kept in one transaction. */
export async function pullWork(
  store: PhoneStore,
  line: OfficeLine,
  unlocked: Unlocked,
  now: () => number,
): Promise<Asked<KeptWork>> {
  const kept = await readWork(store, unlocked);
  const forms = (await store.ids('forms')).map((id) => id.replace('@', '.'));
  const askedAt = now();
  const asked = await line.work(unlocked.pullToken, kept.cursor, forms);
  // An unknown token may be an office restored from an older backup: then signing in again mends it.
  if (asked.kind === 'unwelcome' && asked.code === 'revoked') await markRevoked(store, unlocked.userId);
  if (asked.kind !== 'ok') return asked;
  const work = asked.value;
  const merged = mergeWork(kept, work, new Date(askedAt).toISOString());
  const phone = await readPhone(store);
  const changes: Change[] = [
    { table: 'work', put: { id: unlocked.userId, sealed: await encryptAtRest(unlocked.dataKey, merged) } },
    ...work.forms.map(
      ({ formId, version, form }) => ({ table: 'forms', put: { id: `${formId}@${version}`, form } }) as const,
    ),
    {
      table: 'phone',
      put: {
        ...phone,
        officeKey: work.officeKey,
        newestApp: work.newestApp,
        clockOffS: clockOff(work.serverTime, askedAt, now()),
      },
    },
  ];
  // Only while this person is still on the phone: a wipe that came between stays a wipe.
  const isThere = await store.change(changes, { table: 'people', id: unlocked.userId });
  return isThere ? { kind: 'ok', value: merged } : { kind: 'unwelcome', code: 'revoked' };
}

async function markRevoked(store: PhoneStore, userId: string): Promise<void> {
  const person = await store.get('people', userId);
  const there = { table: 'people', id: userId } as const;
  if (person) await store.change([{ table: 'people', put: { ...person, isRevoked: true } }], there);
}
