import type { CommandContext } from '#platform/command.server.ts';
import { listStandingIds } from '../compare-store.server.ts';
import { type EnterpriseWithOwner, listWithOwners } from '../glance-store.server.ts';
import { listOwnersStoodFor } from '../reach-store.server.ts';

type Context = Pick<CommandContext, 'trx' | 'officeCode' | 'scopes'>;

/** Enterprises that stand in the register of the owners as whom the person acts, by name. */
export async function ownEnterprises({ trx, officeCode, scopes }: Context): Promise<EnterpriseWithOwner[]> {
  const own = scopes.flatMap(({ kind, code }) => (kind === 'owner' ? [code] : []));
  const records = await listOwnersStoodFor(trx, officeCode, own);
  return listWithOwners(trx, officeCode, { ownerIds: records.map(({ ownerId }) => ownerId) });
}

/** Whether this enterprise, or the one that stands for it, is the person's own. */
export async function isOwnEnterprise(context: Context, enterpriseId: string): Promise<boolean> {
  const standsFor = await listStandingIds(context.trx, context.officeCode, [enterpriseId]);
  const standing = standsFor.get(enterpriseId);
  return (await ownEnterprises(context)).some((one) => one.enterpriseId === standing);
}
