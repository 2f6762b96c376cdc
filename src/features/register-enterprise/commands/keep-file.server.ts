import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Actor, may, type Permission } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { done, invalid, type Outcome, refused } from '#kernel/refusal.ts';
import { idShape } from '#kernel/shape.ts';
import { type CommandContext, defineCommand, execute } from '#platform/command.server.ts';
import { fileKindOf } from '#platform/files/file-kind.ts';
import type { Services } from '#platform/services.server.ts';
import { deleteFile, findFile, insertFile } from '../file-store.server.ts';
import { registerPermissions } from '../permissions.ts';
import { isOwnEnterprise } from '../queries/own-enterprises.server.ts';
import { enterpriseWithinReach } from './within-reach.server.ts';

const MEGABYTES = 10;
const LONGEST_NAME = 200;

export type KeptFile = { fileId: string; storageKey: string };

type Keeper = {
  permission: Permission;
  mayKeep: (context: CommandContext, enterpriseId: string) => Promise<unknown>;
};
const staff: Keeper = {
  permission: registerPermissions['enterprise.edit'],
  mayKeep: enterpriseWithinReach,
};
const owner: Keeper = {
  permission: registerPermissions['enterprise.give_file'],
  mayKeep: isOwnEnterprise,
};

/** Notes a stored file in the register; the bytes are there already. */
const noteFileBy = ({ permission, mayKeep }: Keeper) =>
  defineCommand({
    name: 'enterprise.keep_file',
    permission,
    input: z.object({
      fileId: idShape,
      enterpriseId: idShape,
      originalName: z.string().min(1).max(LONGEST_NAME),
      mediaType: z.string(),
      byteSize: z.number().int().positive(),
      sha256: z.instanceof(Buffer),
      storageKey: z.string(),
    }),
    async run(context, file) {
      const { trx, officeCode, now, actor } = context;
      if (!(await mayKeep(context, file.enterpriseId))) return refused('not_found');
      await insertFile(trx, { officeCode, ...file, createdAt: now, createdBy: actor.name });
      await context.audit({
        action: 'file.kept',
        subject: { kind: 'enterprise', id: file.enterpriseId },
        details: { fileId: file.fileId, mediaType: file.mediaType, byteSize: file.byteSize },
      });
      return done();
    },
  });

type ToKeep = { enterpriseId: string; file: File };

/**
 * Keeps a photo or PDF that belongs to an enterprise. Told apart by its bytes, not by its name. Refused:
 * `file_too_large` above 10 MB, `invalid_input` at `file` for another kind of file, `not_found`, `forbidden`;
 * nothing is left behind then.
 */
export function keepFile(services: Services, actor: Actor, given: ToKeep): Promise<Outcome<KeptFile>> {
  return keep(services, actor, given, staff);
}

/** As keepFile, by an owner for an enterprise of their own. */
export function keepOwnFile(services: Services, actor: Actor, given: ToKeep): Promise<Outcome<KeptFile>> {
  return keep(services, actor, given, owner);
}

async function keep(
  services: Services,
  actor: Actor,
  { enterpriseId, file }: ToKeep,
  by: Keeper,
): Promise<Outcome<KeptFile>> {
  if (file.size > MEGABYTES * 1024 * 1024)
    return refused('file_too_large', { details: { megabytes: MEGABYTES } });
  const bytes = Buffer.from(await file.arrayBuffer());
  const kind = fileKindOf(bytes);
  if (!kind) return invalid([{ path: 'file', code: 'wrong_format' }]);
  const fileId = newId();
  const storageKey = `${actor.officeCode}/evidence/${fileId}`;
  const originalName = file.name.split(/[\\/]/).at(-1)?.slice(0, LONGEST_NAME) || `berkas.${kind.extension}`;
  await services.files.put(storageKey, bytes);
  const noted = await execute(services, actor, noteFileBy(by), {
    fileId,
    enterpriseId,
    originalName,
    mediaType: kind.mediaType,
    byteSize: bytes.length,
    sha256: createHash('sha256').update(bytes).digest(),
    storageKey,
  });
  if (!noted.ok) await services.files.remove(storageKey);
  return noted.ok ? done({ fileId, storageKey }) : noted;
}

const forgetFileBy = ({ permission }: Keeper) =>
  defineCommand({
    name: 'enterprise.drop_file',
    permission,
    input: z.object({ fileId: idShape }),
    async run(context, { fileId }) {
      const file = await findFile(context.trx, context.officeCode, fileId);
      if (!file) return refused('not_found');
      await deleteFile(context.trx, context.officeCode, fileId);
      await context.audit({
        action: 'file.dropped',
        subject: { kind: 'enterprise', id: file.enterpriseId ?? '' },
        details: { fileId },
      });
      return done();
    },
  });

/** Takes back a file that nothing refers to yet, by whoever kept it just now. */
export async function dropFile(
  services: Services,
  actor: Actor,
  { fileId, storageKey }: KeptFile,
): Promise<void> {
  const by = may(actor, staff.permission) ? staff : owner;
  const dropped = await execute(services, actor, forgetFileBy(by), { fileId });
  if (dropped.ok) await services.files.remove(storageKey);
}
