import { z } from 'zod';
import { done, refused } from '#kernel/refusal.ts';
import { idShape } from '#kernel/shape.ts';
import { defineCommand } from '#platform/command.server.ts';
import { findFile } from '../file-store.server.ts';
import { registerPermissions } from '../permissions.ts';
import { enterpriseWithinReach } from './within-reach.server.ts';

/**
 * Hands out where a file is stored. A command and not a query: that someone took it stands in the audit, or it is
 * not handed out. Refused: `not_found`, also when its enterprise is out of the person's reach.
 */
export const openFile = defineCommand({
  name: 'file.open',
  permission: registerPermissions['enterprise.view'],
  input: z.object({ fileId: idShape }),
  async run(context, { fileId }) {
    const file = await findFile(context.trx, context.officeCode, fileId);
    if (!file?.enterpriseId || !(await enterpriseWithinReach(context, file.enterpriseId)))
      return refused('not_found');
    await context.audit({
      action: 'file.opened',
      subject: { kind: 'enterprise', id: file.enterpriseId },
      details: { fileId },
    });
    return done({
      storageKey: file.storageKey,
      originalName: file.originalName,
      mediaType: file.mediaType,
      byteSize: file.byteSize,
    });
  },
});
