import { encryptAtRest } from './at-rest.ts';
import { envelopeContentOf, submissionOf } from './draft-content.ts';
import type { DraftKeeper, DraftTools } from './drafts.ts';
import type { Unlocked } from './lock.ts';
import { sealEnvelope } from './sealing.ts';
import { type Change, isStorageFull, type PhoneStore, readPhone } from './store.ts';

/** What the list of finished visits shows. */
export type FinishedLabel = { title: string; verdict: string | null };

export type FinishResult = 'finished' | 'full' | 'gone';

/**
 * The draft becomes a sealed envelope in the outbox, its photos wait to be sent, the draft is gone: in one transaction.
 * `full`: no room; the draft stands as it was. `gone`: another tab has finished it.
 */
export async function finishDraft(
  tools: DraftTools,
  unlocked: Unlocked,
  keeper: DraftKeeper,
): Promise<FinishResult> {
  const { store } = tools;
  const phone = await readPhone(store);
  const { draft } = keeper;
  const at = new Date(tools.now()).toISOString();
  const submission = submissionOf(draft, phone, { isFinished: true, at });
  const envelope = await sealEnvelope(tools.seal, phone.officeKey, envelopeContentOf(phone, submission));
  const label: FinishedLabel = { title: draft.title, verdict: draft.verdict };
  const kept = new Set(draft.photos.map(({ id }) => id));
  const changes: Change[] = [
    { table: 'outbox', put: { id: draft.id, userId: draft.userId, envelope } },
    {
      table: 'finished',
      put: {
        id: draft.id,
        userId: draft.userId,
        roundId: draft.roundId,
        rowId: draft.rowId,
        finishedAt: at,
        sentAt: null,
        label: await encryptAtRest(unlocked.dataKey, label),
      },
    },
    ...(await photoChanges(store, draft.id, (id) => kept.has(id))),
    { table: 'drafts', remove: draft.id },
  ];
  try {
    return (await store.change(changes, { table: 'drafts', id: draft.id })) ? 'finished' : 'gone';
  } catch (error) {
    if (isStorageFull(error)) return 'full';
    throw error;
  }
}

/** Photos of a draft that is to be sent begin to wait; those that were taken and thrown away go. */
async function photoChanges(
  store: PhoneStore,
  submissionId: string,
  isKept: (photoId: string) => boolean,
): Promise<Change[]> {
  const photos = (await store.all('photos')).filter((photo) => photo.submissionId === submissionId);
  return photos.flatMap(({ preview: _, ...photo }): Change[] =>
    isKept(photo.id)
      ? [{ table: 'photos', put: { ...photo, state: 'waiting' } }]
      : [
          { table: 'photos', remove: photo.id },
          { table: 'photoBytes', remove: photo.id },
        ],
  );
}

/** A draft thrown away by its writer, with its photos. */
export async function discardDraft(store: PhoneStore, id: string): Promise<void> {
  const photos = await photoChanges(store, id, () => false);
  await store.change([{ table: 'drafts', remove: id }, ...photos]);
}

/**
 * A person's unfinished drafts go to the office as they stand sealed, marked unfinished: their phone is to be wiped, or
 * their PIN is forgotten and nobody can open them here. One transaction each; needs no key.
 */
export async function releaseDrafts(store: PhoneStore, userId: string): Promise<number> {
  const drafts = (await store.all('drafts')).filter((draft) => draft.userId === userId);
  for (const draft of drafts) {
    const changes: Change[] = [
      ...(draft.envelope
        ? ([{ table: 'outbox', put: { id: draft.id, userId, envelope: draft.envelope } }] as const)
        : []),
      ...(await photoChanges(store, draft.id, () => true)),
      { table: 'drafts', remove: draft.id },
    ];
    await store.change(changes, { table: 'drafts', id: draft.id });
  }
  return drafts.length;
}
