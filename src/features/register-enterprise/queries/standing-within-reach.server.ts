import type { CommandContext } from '#platform/command.server.ts';
import { findEnterprise, findMainPremises, listMembers } from '../enterprise-store.server.ts';
import { listMembershipsOfEnterprise } from '../group-store.server.ts';
import { isWithin, withinOf } from '../rules/scope.ts';

export type StandingWithinReach = { enterpriseId: string; name: string };

/** The enterprise that stands for this id; null when there is none, or it lies outside the person's areas and groups. */
export async function standingWithinReach(
  { trx, officeCode, scopes }: Pick<CommandContext, 'trx' | 'officeCode' | 'scopes'>,
  enterpriseId: string,
): Promise<StandingWithinReach | null> {
  const found = await findEnterprise(trx, officeCode, enterpriseId);
  if (!found) return null;
  const standing = { enterpriseId: found.enterpriseId, name: found.name };
  const within = withinOf(scopes);
  if (within === null) return standing;
  const premises = await findMainPremises(trx, officeCode, found.enterpriseId);
  const groups = await listMembershipsOfEnterprise(
    trx,
    officeCode,
    await listMembers(trx, officeCode, found),
  );
  const current = groups.filter(({ leftOn }) => leftOn === null).map(({ groupId }) => groupId);
  return isWithin(within, premises?.villageCode ?? null, current) ? standing : null;
}
