import { done, type Outcome, refused } from '#kernel/refusal.ts';
import type { CommandContext } from '#platform/command.server.ts';
import {
  insertOwnerRedirect,
  lockMerges,
  raiseRevision,
  touchEnterprisesOf,
  updateOwn,
} from '../merge-store.server.ts';
import { findOwnerForUpdate, type OwnerRow } from '../owner-store.server.ts';
import { nextSeq, recordsUnder, standingMerge } from '../rules/merged-values.ts';
import { loadOwnerUnion, putOwnOwner, putShownOwner } from './shown-owner.server.ts';
import { isOwnerWithinReach, recordChange } from './within-reach.server.ts';

export type Merged = {
  mergeId: string;
  survivorId: string;
  /** They were one already: nothing was changed. */
  isRepeated: boolean;
};

/**
 * Two owner records are one person; their enterprises stay apart. In the caller's transaction. Refused: `not_found`,
 * `wrong_state` for a record with itself. Done twice it answers the merge that stands.
 */
export async function mergeOwners(
  context: CommandContext,
  { survivorId, mergedId, pairId }: { survivorId: string; mergedId: string; pairId?: string | undefined },
): Promise<Outcome<Merged>> {
  if (survivorId === mergedId) return refused('wrong_state');
  await lockMerges(context.trx, context.officeCode);
  for (const ownerId of [survivorId, mergedId])
    if (!(await isOwnerWithinReach(context, ownerId))) return refused('not_found');
  return joinOwners(context, { survivorId, mergedId, kind: 'same_owner', pairId });
}

type Join = {
  survivorId: string;
  mergedId: string;
  kind: 'same' | 'same_owner';
  pairId?: string | undefined;
  enterpriseMergeId?: string;
};

/** The merge itself, of owners whom somebody with the right to has named. The caller holds the office's merges. */
export async function joinOwners(context: CommandContext, join: Join): Promise<Outcome<Merged>> {
  const { trx, officeCode, now, actor, newId } = context;
  const rows = new Map<string, OwnerRow>();
  for (const ownerId of [join.survivorId, join.mergedId].sort()) {
    const row = await findOwnerForUpdate(trx, officeCode, ownerId);
    if (!row) return refused('not_found');
    rows.set(ownerId, row);
  }
  const survivor = rows.get(join.survivorId)!;
  const merged = rows.get(join.mergedId)!;
  const into = await loadOwnerUnion(context, survivor);
  const rootId = survivor.ownerId;
  if (merged.ownerId === rootId) {
    return done({ mergeId: standingMerge(into.redirects, join)!, survivorId: rootId, isRepeated: true });
  }
  const from = await loadOwnerUnion(context, merged);
  const own = new Map([...into.own, ...from.own]);
  const redirect = {
    mergeId: newId(),
    mergedId: merged.ownerId,
    survivorId: rootId,
    seq: nextSeq(own.values(), [...into.redirects, ...from.redirects]),
    takesOwner: false,
  };
  const { takesOwner: _takes, ...columns } = redirect;
  await insertOwnerRedirect(trx, {
    officeCode,
    ...columns,
    kind: join.kind,
    pairId: join.pairId ?? null,
    enterpriseMergeId: join.enterpriseMergeId ?? null,
    mergedAt: now,
    mergedBy: actor.name,
  });
  const redirects = [...into.redirects, ...from.redirects, redirect];
  for (const [ownerId, values] of own) {
    const mergedInto = ownerId === rootId ? null : rootId;
    await updateOwn(trx, officeCode, 'owner', ownerId, { own: values, mergedInto });
  }
  await putOwnOwner(context, merged.ownerId, own.get(merged.ownerId)!);
  await putShownOwner(context, rootId, { own, redirects });
  await raiseRevision(trx, officeCode, 'owner', rootId, merged.revision + 1);
  await touchEnterprisesOf(trx, officeCode, recordsUnder(rootId, redirects));
  await recordChange(context, {
    enterpriseId: null,
    ownerId: rootId,
    kind: 'merged',
    changes: [{ field: 'same_owner', before: merged.fullName, after: survivor.fullName }],
  });
  await context.audit({
    action: 'owner.merged',
    subject: { kind: 'owner', id: rootId },
    details: {
      mergeId: redirect.mergeId,
      mergedId: merged.ownerId,
      kind: join.kind,
      pairId: join.pairId ?? null,
    },
  });
  return done({ mergeId: redirect.mergeId, survivorId: rootId, isRepeated: false });
}
