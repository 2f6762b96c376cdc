import type { CommandContext } from '#platform/command.server.ts';
import {
  type EnterpriseRow,
  findEnterpriseForUpdate,
  findMainPremises,
  insertChange,
  listEnterprisesOfOwner,
  listMembers,
  type RecordChange,
} from '../enterprise-store.server.ts';
import { listMembershipsOfEnterprise } from '../group-store.server.ts';
import { findOwner, listOwnerMembers } from '../owner-store.server.ts';
import { isWithin, withinOf } from '../rules/scope.ts';

type Context = Pick<CommandContext, 'trx' | 'officeCode' | 'scopes'>;

/**
 * The enterprise that stands for this id, held for writing; null when it does not exist or lies outside the person's
 * areas and groups. What is added to it keeps the id that was asked for: the side on which it stays after an undo.
 */
export async function enterpriseWithinReach(
  { trx, officeCode, scopes }: Context,
  enterpriseId: string,
): Promise<EnterpriseRow | null> {
  const enterprise = await findEnterpriseForUpdate(trx, officeCode, enterpriseId);
  if (!enterprise) return null;
  const within = withinOf(scopes);
  if (within === null) return enterprise;
  const premises = await findMainPremises(trx, officeCode, enterprise.enterpriseId);
  const members = await listMembers(trx, officeCode, enterprise);
  const groups = await listMembershipsOfEnterprise(trx, officeCode, members);
  const current = groups.filter((group) => group.leftOn === null).map((group) => group.groupId);
  return isWithin(within, premises?.villageCode ?? null, current) ? enterprise : null;
}

/** Whether the person may reach an owner: through any of the owner's enterprises. */
export async function isOwnerWithinReach(context: Context, ownerId: string): Promise<boolean> {
  if (withinOf(context.scopes) === null) return true;
  const { trx, officeCode } = context;
  const owner = await findOwner(trx, officeCode, ownerId);
  const records = owner ? await listOwnerMembers(trx, officeCode, owner) : [];
  for (const { enterpriseId } of await listEnterprisesOfOwner(trx, officeCode, records)) {
    if (await enterpriseWithinReach(context, enterpriseId)) return true;
  }
  return false;
}

/** Adds to the history in the name of whoever acts. */
export async function recordChange(
  { trx, officeCode, newId, now, actor }: CommandContext,
  change: Pick<RecordChange, 'enterpriseId' | 'ownerId' | 'kind' | 'changes' | 'sourceListId'>,
): Promise<void> {
  await insertChange(trx, officeCode, {
    changeId: newId(),
    changedAt: now,
    changedBy: actor.name,
    via: actor.kind === 'token' ? 'api' : actor.kind === 'system' ? 'system' : 'form',
    ...change,
  });
}
