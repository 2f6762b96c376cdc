import { useCallback, useEffect, useMemo, useState } from 'react';
import type { FieldState, FinishedVisit } from './app-state.ts';
import { decryptAtRest } from './core/at-rest.ts';
import { listDrafts } from './core/drafts.ts';
import { indexRows } from './core/find-before-adding.ts';
import type { FinishedLabel } from './core/finish.ts';
import type { Unlocked } from './core/lock.ts';
import { type KeptWork, noWork, readWork } from './core/pull-work.ts';
import type { PhoneStore } from './core/store.ts';
import type { SyncOutcome } from './core/sync.ts';

export type FieldData = {
  work: KeptWork;
  drafts: FieldState['drafts'];
  finished: FinishedVisit[];
};

/** What lies on the phone for the person who is unlocked, opened; read again after each sync and each `reload`. */
export function useFieldData(store: PhoneStore, unlocked: Unlocked, outcome: SyncOutcome | 'running' | null) {
  const [data, setData] = useState<FieldData | null>(null);
  const reload = useCallback(async () => {
    const [work, drafts, finished] = await Promise.all([
      readWork(store, unlocked).catch(() => noWork),
      listDrafts(store, unlocked),
      readFinished(store, unlocked),
    ]);
    setData({ work, drafts: drafts.map(({ id, rowId, title }) => ({ id, rowId, title })), finished });
  }, [store, unlocked]);

  useEffect(() => {
    if (outcome !== 'running') void reload();
  }, [reload, outcome]);

  const rows = data?.work.rows;
  const find = useMemo(() => indexRows(rows ?? []), [rows]);
  return { data, find, reload };
}

/** Newest first. A name that was written under a forgotten PIN cannot be read any more. */
async function readFinished(store: PhoneStore, unlocked: Unlocked): Promise<FinishedVisit[]> {
  const mine = (await store.all('finished')).filter(({ userId }) => userId === unlocked.userId);
  mine.sort((a, b) => (a.finishedAt < b.finishedAt ? 1 : -1));
  return Promise.all(
    mine.map(async ({ label, ...record }) => ({
      ...record,
      label: await decryptAtRest<FinishedLabel>(unlocked.dataKey, label).catch(() => null),
    })),
  );
}
