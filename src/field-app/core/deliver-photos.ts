import { firstPiece, largestPiece } from '#features/survey-field/rules/wire.ts';
import type { Delivery } from './deliver.ts';
import type { Asked, OfficeLine } from './office-line.ts';
import { type PhoneStore, type PhotoRecord, readPhone } from './store.ts';

/** How much to send at once: as the line turns out to carry. */
type Pace = { piece: number };

/** Sends waiting photos piece by piece; one that the office holds whole is forgotten here. */
export async function deliverPhotos(store: PhoneStore, line: OfficeLine): Promise<Delivery> {
  const { deliveryToken } = await readPhone(store);
  const waiting = (await store.all('photos')).filter(({ state, stuck }) => state === 'waiting' && !stuck);
  const pace: Pace = { piece: firstPiece };
  for (const photo of waiting) {
    const asked = await deliverPhoto(store, line, deliveryToken, photo, pace);
    if (asked.kind === 'ok') continue;
    if (asked.kind !== 'refused') return { stopped: asked };
    const there = { table: 'photos', id: photo.id } as const;
    await store.change([{ table: 'photos', put: { ...photo, stuck: `HTTP ${asked.status}` } }], there);
  }
  return 'all_sent';
}

async function deliverPhoto(
  store: PhoneStore,
  line: OfficeLine,
  token: string,
  photo: PhotoRecord,
  pace: Pace,
): Promise<Asked<number>> {
  const bytes = await store.get('photoBytes', photo.id);
  if (!bytes) {
    // Nothing to send can come of this any more; the submission names the photo, so the office sees that it lacks.
    await store.change([{ table: 'photos', remove: photo.id }]);
    return { kind: 'ok', value: 0 };
  }
  let offset = 0;
  if (photo.wasTried) {
    const asked = await line.photoOffset(token, photo.id);
    if (asked.kind !== 'ok') return asked;
    offset = asked.value;
  } else {
    const there = { table: 'photos', id: photo.id } as const;
    await store.change([{ table: 'photos', put: { ...photo, wasTried: true } }], there);
  }
  // As many pieces as it has, twice over: an office that always answers another offset is not asked for ever.
  let left = 2 * Math.ceil(photo.size / firstPiece) + 2;
  while (offset !== photo.size) {
    if (left === 0 || offset > photo.size) return { kind: 'busy', afterMs: 60_000 };
    left -= 1;
    const piece = bytes.sealed.slice(offset, offset + pace.piece);
    const asked = await line.sendPiece(token, photo, offset, piece);
    if (asked.kind !== 'ok') return asked;
    offset = asked.value;
    pace.piece = Math.min(largestPiece, pace.piece * 2);
  }
  await store.change([
    { table: 'photos', remove: photo.id },
    { table: 'photoBytes', remove: photo.id },
  ]);
  return { kind: 'ok', value: offset };
}
