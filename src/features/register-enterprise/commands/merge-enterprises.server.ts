import { done, type Outcome, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import type { EnterpriseRow } from '../enterprise-store.server.ts';
import { mergeInput } from '../input.ts';
import { insertEnterpriseRedirect, lockMerges, raiseRevision, updateOwn } from '../merge-store.server.ts';
import { findOwner, type OwnerRow } from '../owner-store.server.ts';
import { registerPermissions } from '../permissions.ts';
import { ownersContradict } from '../rules/merge-units.ts';
import { nextSeq, standingMerge } from '../rules/merged-values.ts';
import { joinOwners, type Merged, mergeOwners } from './merge-owners.server.ts';
import { loadUnion, putOwn, putShown } from './shown-enterprise.server.ts';
import { loadOwnerUnion } from './shown-owner.server.ts';
import { enterpriseWithinReach, recordChange } from './within-reach.server.ts';

type Merge = {
  survivorId: string;
  mergedId: string;
  /** `family_continues`: the owner who came later is the owner. */
  kind: 'same' | 'family_continues';
  pairId?: string | undefined;
};

/**
 * Leads one enterprise to another, in the caller's transaction: from then on they are one, nothing is deleted. Of ids
 * that are led elsewhere, the ones that stand for them are merged. Refused: `not_found` for what is not there or out
 * of reach, `wrong_state` for a record with itself. Done twice it answers the merge that stands.
 */
export async function mergeEnterprises(context: CommandContext, merge: Merge): Promise<Outcome<Merged>> {
  const { trx, officeCode, now, actor, newId } = context;
  if (merge.survivorId === merge.mergedId) return refused('wrong_state');
  await lockMerges(trx, officeCode);
  const rows = new Map<string, EnterpriseRow>();
  // In the order of ids, as lists hold them.
  for (const enterpriseId of [merge.survivorId, merge.mergedId].sort()) {
    const row = await enterpriseWithinReach(context, enterpriseId);
    if (!row) return refused('not_found');
    rows.set(enterpriseId, row);
  }
  const survivor = rows.get(merge.survivorId)!;
  const merged = rows.get(merge.mergedId)!;
  const rootId = survivor.enterpriseId;
  const into = await loadUnion(context, survivor);
  if (merged.enterpriseId === rootId) {
    return done({ mergeId: standingMerge(into.redirects, merge)!, survivorId: rootId, isRepeated: true });
  }
  const from = await loadUnion(context, merged);
  const owners = await ownersOf(context, survivor, merged);
  const own = new Map([...into.own, ...from.own]);
  const redirect = {
    mergeId: newId(),
    mergedId: merged.enterpriseId,
    survivorId: rootId,
    seq: nextSeq(own.values(), [...into.redirects, ...from.redirects]),
    takesOwner:
      merge.kind === 'family_continues' && owners !== null && isLater(owners.merged, owners.survivor),
  };
  await insertEnterpriseRedirect(trx, {
    officeCode,
    ...redirect,
    kind: merge.kind,
    pairId: merge.pairId ?? null,
    mergedAt: now,
    mergedBy: actor.name,
  });
  for (const [enterpriseId, values] of own) {
    const mergedInto = enterpriseId === rootId ? null : rootId;
    await updateOwn(trx, officeCode, 'enterprise', enterpriseId, { own: values, mergedInto });
  }
  await putOwn(context, merged.enterpriseId, own.get(merged.enterpriseId)!);
  await putShown(context, rootId, { own, redirects: [...into.redirects, ...from.redirects, redirect] });
  await raiseRevision(trx, officeCode, 'enterprise', rootId, merged.revision + 1);
  const { mergeId } = redirect;
  if (merge.kind === 'same' && owners && !(await contradict(context, owners)))
    await joinOwners(context, {
      survivorId: owners.survivor.ownerId,
      mergedId: owners.merged.ownerId,
      kind: 'same',
      pairId: merge.pairId,
      enterpriseMergeId: mergeId,
    });
  await recordChange(context, {
    enterpriseId: rootId,
    ownerId: redirect.takesOwner ? owners!.merged.ownerId : survivor.ownerId,
    kind: 'merged',
    changes: [{ field: merge.kind, before: merged.name, after: survivor.name }],
  });
  await context.audit({
    action: 'enterprise.merged',
    subject: { kind: 'enterprise', id: rootId },
    details: { mergeId, mergedId: merged.enterpriseId, kind: merge.kind, pairId: merge.pairId ?? null },
  });
  return done({ mergeId, survivorId: rootId, isRepeated: false });
}

type Owners = { survivor: OwnerRow; merged: OwnerRow };

/** Their owners, where both have one and these are not one person already. */
async function ownersOf(
  { trx, officeCode }: CommandContext,
  survivor: EnterpriseRow,
  merged: EnterpriseRow,
): Promise<Owners | null> {
  if (survivor.ownerId === null || merged.ownerId === null) return null;
  const one = await findOwner(trx, officeCode, survivor.ownerId);
  const other = await findOwner(trx, officeCode, merged.ownerId);
  return one && other && one.ownerId !== other.ownerId ? { survivor: one, merged: other } : null;
}

/** Who of two owners continues: not the one who has died, else whose record came later. */
function isLater(one: OwnerRow, other: OwnerRow): boolean {
  if (one.deceased !== other.deceased) return other.deceased;
  const apart = one.createdAt.getTime() - other.createdAt.getTime();
  return apart === 0 ? one.ownerId > other.ownerId : apart > 0;
}

async function contradict(context: CommandContext, { survivor, merged }: Owners): Promise<boolean> {
  const every = async (row: OwnerRow) => [...(await loadOwnerUnion(context, row)).own.values()];
  const others = await every(merged);
  return (await every(survivor)).some((one) =>
    others.some((other) => ownersContradict(one.values, other.values)),
  );
}

/** By a person or a program: two enterprises are one, are continued by the family, or have one owner. */
export const merge = defineCommand({
  name: 'register.merge',
  permission: registerPermissions['register.merge'],
  input: mergeInput,
  async run(context, { kind, survivorId, mergedId, pairId }): Promise<Outcome<Merged>> {
    if (kind !== 'same_owner') return mergeEnterprises(context, { kind, survivorId, mergedId, pairId });
    const survivor = await enterpriseWithinReach(context, survivorId);
    const merged = await enterpriseWithinReach(context, mergedId);
    if (!survivor || !merged) return refused('not_found');
    if (!survivor.ownerId || !merged.ownerId) return refused('wrong_state');
    if (survivor.ownerId === merged.ownerId)
      return refused(survivorId === mergedId ? 'wrong_state' : 'already_done');
    return mergeOwners(context, { survivorId: survivor.ownerId, mergedId: merged.ownerId, pairId });
  },
});
