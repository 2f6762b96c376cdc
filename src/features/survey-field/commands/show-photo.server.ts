import { z } from 'zod';
import { done, refused } from '#kernel/refusal.ts';
import { idShape } from '#kernel/shape.ts';
import { defineCommand } from '#platform/command.server.ts';
import { fieldPermissions } from '../permissions.ts';
import { findPhoto } from '../photo-store.server.ts';
import { photoKey, thumbnailKey } from './open-photos.server.ts';

/**
 * Where a photo stands. A command, since looking at the whole picture is noted: it may show a person's home. Small ones
 * are not. Refused: `not_found` for one that is not there, has not been opened yet, or is no picture.
 */
export const showPhoto = defineCommand({
  name: 'field.show_photo',
  permission: fieldPermissions['field.view'],
  input: z.object({ photoId: idShape, isSmall: z.boolean() }),
  async run({ trx, officeCode, audit }, { photoId, isSmall }) {
    const photo = await findPhoto(trx, officeCode, photoId);
    if (photo?.state !== 'ready') return refused('not_found');
    if (!isSmall)
      await audit({
        action: 'photo.opened',
        subject: { kind: 'submission', id: photo.submissionId },
        details: { photoId },
      });
    const keyOf = isSmall ? thumbnailKey : photoKey;
    return done({ storageKey: keyOf(officeCode, photoId), mediaType: photo.mediaType ?? 'image/webp' });
  },
});
