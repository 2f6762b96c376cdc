import type { PhotoNote } from '#features/survey-field/rules/wire.ts';
import { encryptAtRest } from './at-rest.ts';
import { sha256Hex } from './base64url.ts';
import type { DraftKeeper, DraftTools } from './drafts.ts';
import type { Unlocked } from './lock.ts';
import { readPhone } from './store.ts';

/**
 * A photo is sealed to the office as soon as it is taken; nobody can open the large one on the phone, not even who took
 * it. A small preview stays under the data key until the visit is finished. Throws when the phone is full.
 */
export async function addPhoto(
  tools: DraftTools,
  unlocked: Unlocked,
  keeper: DraftKeeper,
  taken: { note: PhotoNote; bytes: Uint8Array<ArrayBuffer>; preview: string },
): Promise<void> {
  const { note } = taken;
  const { officeKey } = await readPhone(tools.store);
  const sealed = await tools.seal(officeKey, note.id, taken.bytes);
  const photo = {
    id: note.id,
    submissionId: keeper.draft.id,
    userId: unlocked.userId,
    item: note.item,
    keyId: officeKey.keyId,
    sha256: await sha256Hex(sealed),
    size: sealed.length,
    state: 'draft',
    preview: await encryptAtRest(unlocked.dataKey, taken.preview),
  } as const;
  const isKept = await tools.store.change(
    [
      { table: 'photos', put: photo },
      { table: 'photoBytes', put: { id: note.id, sealed } },
    ],
    { table: 'drafts', id: keeper.draft.id },
  );
  if (isKept) keeper.change({ ...keeper.draft, photos: [...keeper.draft.photos, note] });
}
