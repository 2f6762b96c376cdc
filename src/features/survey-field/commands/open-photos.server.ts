import { readdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { systemActor } from '#kernel/actor.ts';
import { isId } from '#kernel/id.ts';
import { inOneTransaction } from '#platform/command.server.ts';
import { fileKindOf } from '#platform/files/file-kind.ts';
import { isConnectionLost } from '#platform/lost-connection.ts';
import type { Services } from '#platform/services.server.ts';
import { touchSubmission } from '../compare-store.server.ts';
import {
  findPhoto,
  listReadyPhotos,
  listStoredPhotos,
  type PhotoRow,
  updatePhoto,
} from '../photo-store.server.ts';
import { likenessHeight, likenessOf, likenessWidth } from '../rules/picture-likeness.ts';
import { openingKeys } from './office-key.server.ts';
import { openSealed } from './open-sealed.server.ts';
import { isDiskFull, isDiskUnusable, removeFile, sealedKey } from './sealed-file.server.ts';

/** Longer side, in pixels. */
const LARGEST_SIDE = 1_600;
const THUMBNAIL_SIDE = 320;
/** A picture that claims to be larger is not looked at: it could fill the memory. */
const MOST_PIXELS = 60_000_000;
const accepted = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** One picture uses one core at most: pages are answered beside it. */
sharp.concurrency(1);
sharp.cache(false);

export const photoKey = (officeCode: string, photoId: string): string =>
  `${officeCode}/field-photo/${photoId}`;
export const thumbnailKey = (officeCode: string, photoId: string): string =>
  `${officeCode}/field-thumb/${photoId}`;

type Opened = { picture: Buffer; thumbnail: Buffer; width: number; height: number; likeness: Buffer };

const AT_ONCE = 20;

/** While the disk is full there is nothing to do but to look again. */
const FULL_DISK_PAUSE_MS = 60_000;

/**
 * Opens all photos of an office that have arrived whole, until none is left. A full disk is waited for: a job that gave
 * up would come again only with the next photo.
 */
export async function openPhotos(
  services: Services,
  officeCode: string,
  signal?: AbortSignal,
  fullDiskPauseMs = FULL_DISK_PAUSE_MS,
): Promise<void> {
  for (;;) {
    try {
      return await openStored(services, officeCode, signal);
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      services.log.error({ officeCode }, 'no room to open photos; they wait');
      await sleep(fullDiskPauseMs, undefined, signal ? { signal } : {});
    }
  }
}

async function openStored(services: Services, officeCode: string, signal?: AbortSignal): Promise<void> {
  const actor = systemActor(officeCode, 'Foto');
  for (;;) {
    const waiting = await inOneTransaction(services, actor, ({ trx }) =>
      listStoredPhotos(trx, officeCode, AT_ONCE),
    );
    if (waiting.length === 0) return removeLeftovers(services, officeCode);
    for (const photo of waiting) {
      signal?.throwIfAborted();
      await openPhoto(services, officeCode, photo.photoId).catch((error) => {
        if (isConnectionLost(error) || isDiskFull(error) || isDiskUnusable(error)) throw error;
        services.log.error({ err: error, photoId: photo.photoId }, 'a photo could not be opened');
        // Its bytes stay; the others go on.
        return settle(services, officeCode, photo, null);
      });
    }
  }
}

/** Sealed bytes of photos that were opened by a worker that was killed before it cleared them away. */
async function removeLeftovers(services: Services, officeCode: string): Promise<void> {
  const pathOf = (photoId: string) => services.files.pathOf(sealedKey(officeCode, photoId));
  const ids = (await readdir(dirname(pathOf('x'))).catch(() => [])).filter(isId);
  if (ids.length === 0) return;
  const ready = await inOneTransaction(services, systemActor(officeCode, 'Foto'), ({ trx }) =>
    listReadyPhotos(trx, officeCode, ids),
  );
  for (const photoId of ready) await removeFile(pathOf(photoId));
}

/**
 * Opens a sealed photo that has arrived whole: what is no picture is kept as it came and said to be broken; of a
 * picture a copy is made without the phone's notes (place, device), and the sealed one goes. Done twice does nothing.
 */
async function openPhoto(services: Services, officeCode: string, photoId: string): Promise<void> {
  const actor = systemActor(officeCode, 'Foto');
  const { photo, key } = await inOneTransaction(services, actor, async (context) => {
    const found = await findPhoto(context.trx, officeCode, photoId);
    const keyId = found?.keyId ?? null;
    const keys = await openingKeys(context, keyId === null ? [] : [keyId]);
    return { photo: found, key: keyId === null ? undefined : keys.get(keyId) };
  });
  if (photo?.state !== 'stored' || photo.storageKey === null) return;
  const path = services.files.pathOf(photo.storageKey);
  const sealed = (await readFile(path)).subarray(0, photo.byteSize);
  const plain = key ? await openSealed(key, photoId, sealed) : null;
  const opened = plain && (await makeCopies(plain));
  if (opened) {
    await services.files.put(photoKey(officeCode, photoId), opened.picture);
    await services.files.put(thumbnailKey(officeCode, photoId), opened.thumbnail);
  }
  const settled = await settle(services, officeCode, photo, opened);
  if (settled && opened) await removeFile(path);
}

/** Whether nobody was faster. */
function settle(
  services: Services,
  officeCode: string,
  { photoId, storageKey }: PhotoRow,
  opened: Opened | null,
): Promise<boolean> {
  return inOneTransaction(services, systemActor(officeCode, 'Foto'), async ({ trx, audit }) => {
    const now = await findPhoto(trx, officeCode, photoId);
    if (now?.state !== 'stored' || now.storageKey !== storageKey) return false;
    if (opened) {
      const { width, height, likeness } = opened;
      await updatePhoto(trx, officeCode, photoId, {
        state: 'ready',
        storageKey: photoKey(officeCode, photoId),
        mediaType: 'image/webp',
        width,
        height,
        likeness,
      });
      // The quick checks look at it anew, now with this photo.
      await touchSubmission(trx, officeCode, now.submissionId);
    } else {
      await updatePhoto(trx, officeCode, photoId, { state: 'broken' });
      await audit({
        action: 'photo.broken',
        subject: { kind: 'submission', id: now.submissionId },
        details: { photoId },
      });
    }
    return true;
  });
}

/** Null for what is no picture, or one that cannot be read. */
async function makeCopies(plain: Buffer): Promise<Opened | null> {
  if (!accepted.has(fileKindOf(plain)?.mediaType ?? '')) return null;
  try {
    const upright = () => sharp(plain, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).rotate();
    const { data, info } = await upright()
      .resize({ width: LARGEST_SIDE, height: LARGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 75, effort: 2 })
      .toBuffer({ resolveWithObject: true });
    const thumbnail = await sharp(data)
      .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'inside' })
      .webp({ quality: 65, effort: 2 })
      .toBuffer();
    const greys = await sharp(thumbnail)
      .greyscale()
      .resize({ width: likenessWidth, height: likenessHeight, fit: 'fill' })
      .raw()
      .toBuffer();
    const likeness = Buffer.from(likenessOf(greys));
    return { picture: data, thumbnail, width: info.width, height: info.height, likeness };
  } catch {
    return null;
  }
}
