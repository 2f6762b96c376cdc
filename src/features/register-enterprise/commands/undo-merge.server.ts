import { z } from 'zod';
import { done, type Outcome, refused } from '#kernel/refusal.ts';
import { idShape } from '#kernel/shape.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { deleteOwnerRoles } from '../../sign-in/index.server.ts';
import type { EnterpriseRow } from '../enterprise-store.server.ts';
import {
  findMerge,
  listOwnerMergesWith,
  lockMerges,
  type MergeRow,
  markUndone,
  raiseRevision,
  touchEnterprisesOf,
  updateOwn,
} from '../merge-store.server.ts';
import { findOwnerForUpdate } from '../owner-store.server.ts';
import { registerPermissions } from '../permissions.ts';
import { recordsUnder } from '../rules/merged-values.ts';
import { loadUnion, putOwn, putShown } from './shown-enterprise.server.ts';
import { loadOwnerUnion, putOwnOwner, putShownOwner } from './shown-owner.server.ts';
import { enterpriseWithinReach, isOwnerWithinReach, recordChange } from './within-reach.server.ts';

export type Undone = {
  /** It was undone before: nothing was changed. */
  isRepeated: boolean;
};

/**
 * Takes a merge back, in the caller's transaction, in whatever order merges are taken back: each side says again what
 * it said by itself, with what was written to it since. Refused: `not_found`. Done twice is harmless.
 */
export async function undoMerge(
  context: CommandContext,
  { mergeId }: { mergeId: string },
): Promise<Outcome<Undone>> {
  const { trx, officeCode } = context;
  await lockMerges(trx, officeCode);
  const merge = await findMerge(trx, officeCode, mergeId);
  if (!merge) return refused('not_found');
  if (merge.kind === 'owner') {
    if (!(await isOwnerWithinReach(context, merge.mergedId))) return refused('not_found');
    if (merge.undoneAt !== null) return done({ isRepeated: true });
    await partOwners(context, merge);
    return done({ isRepeated: false });
  }
  const root = await enterpriseWithinReach(context, merge.mergedId);
  if (!root) return refused('not_found');
  if (merge.undoneAt !== null) return done({ isRepeated: true });
  await partEnterprises(context, merge, root);
  for (const ownerMergeId of await listOwnerMergesWith(trx, officeCode, mergeId))
    await partOwners(context, (await findMerge(trx, officeCode, ownerMergeId))!);
  return done({ isRepeated: false });
}

/** By a person or a program. */
export const undo = defineCommand({
  name: 'register.undo_merge',
  permission: registerPermissions['register.merge'],
  input: z.object({ mergeId: idShape }),
  run: undoMerge,
});

async function partEnterprises(
  context: CommandContext,
  { mergeId, mergedId }: MergeRow,
  root: EnterpriseRow,
): Promise<void> {
  const { trx, officeCode, now, actor } = context;
  const union = await loadUnion(context, root);
  const redirects = union.redirects.filter((redirect) => redirect.mergeId !== mergeId);
  await markUndone(trx, officeCode, 'enterprise', mergeId, { at: now, by: actor.name });
  for (const part of [root.enterpriseId, mergedId]) {
    const members = recordsUnder(part, redirects);
    const own = new Map(members.map((id) => [id, union.own.get(id)!]));
    for (const id of members) {
      const values = members.length === 1 ? null : own.get(id)!;
      const mergedInto = id === part ? null : part;
      await updateOwn(trx, officeCode, 'enterprise', id, { own: values, mergedInto });
    }
    if (members.length === 1) await putOwn(context, part, own.get(part)!);
    else await putShown(context, part, { own, redirects });
    await raiseRevision(trx, officeCode, 'enterprise', part, root.revision + 1);
    await recordChange(context, {
      enterpriseId: part,
      ownerId: null,
      kind: 'unmerged',
      changes: [
        {
          field: 'enterprise',
          before: String(union.own.get(mergedId)!.values.name),
          after: String(union.own.get(root.enterpriseId)!.values.name),
        },
      ],
    });
  }
  await context.audit({
    action: 'enterprise.unmerged',
    subject: { kind: 'enterprise', id: root.enterpriseId },
    details: { mergeId, mergedId },
  });
}

async function partOwners(context: CommandContext, { mergeId, mergedId }: MergeRow): Promise<void> {
  const { trx, officeCode, now, actor } = context;
  const root = (await findOwnerForUpdate(trx, officeCode, mergedId))!;
  const union = await loadOwnerUnion(context, root);
  const redirects = union.redirects.filter((redirect) => redirect.mergeId !== mergeId);
  await markUndone(trx, officeCode, 'owner', mergeId, { at: now, by: actor.name });
  for (const part of [root.ownerId, mergedId]) {
    const members = recordsUnder(part, redirects);
    const own = new Map(members.map((id) => [id, union.own.get(id)!]));
    for (const id of members) {
      const values = members.length === 1 ? null : own.get(id)!;
      const mergedInto = id === part ? null : part;
      await updateOwn(trx, officeCode, 'owner', id, { own: values, mergedInto });
    }
    if (members.length === 1) await putOwnOwner(context, part, own.get(part)!);
    else await putShownOwner(context, part, { own, redirects });
    await raiseRevision(trx, officeCode, 'owner', part, root.revision + 1);
    await recordChange(context, {
      enterpriseId: null,
      ownerId: part,
      kind: 'unmerged',
      changes: [
        {
          field: 'owner',
          before: String(union.own.get(mergedId)!.values.fullName),
          after: String(union.own.get(root.ownerId)!.values.fullName),
        },
      ],
    });
  }
  await touchEnterprisesOf(trx, officeCode, [...union.own.keys()]);
  // Whoever came in by a phone of the other record no longer sees this one; its own people are let in anew at sign-in.
  await deleteOwnerRoles(trx, officeCode, { ownerId: root.ownerId });
  await context.audit({
    action: 'owner.unmerged',
    subject: { kind: 'owner', id: root.ownerId },
    details: { mergeId, mergedId },
  });
}
