import type { QueryContext } from '#platform/command.server.ts';
import { findKbliTitle } from '../enterprise-list-store.server.ts';
import {
  type EnterpriseRow,
  type EvidenceRow,
  findEnterprise,
  findMainPremises,
  listChanges,
  listEvidences,
  listProducts,
  type PremisesRow,
  type ProductRow,
} from '../enterprise-store.server.ts';
import { type FigureRow, listFigures } from '../figure-store.server.ts';
import { listMembershipsOfEnterprise, type MembershipOfEnterprise } from '../group-store.server.ts';
import { listAreaNames, listSourcesOf } from '../profile-store.server.ts';
import { isWithin, withinOf } from '../rules/scope.ts';
import { type MaskedOwner, maskedOwner } from './masked-owner.server.ts';

export type EnterpriseProfile = {
  enterprise: Omit<EnterpriseRow, 'officeCode' | 'touched'>;
  kbliTitle: string | null;
  owner: MaskedOwner | null;
  premises: Omit<PremisesRow, 'officeCode'> | null;
  /** Village, district and regency names, smallest first. */
  place: string[];
  products: ProductRow[];
  figures: FigureRow[];
  evidences: EvidenceRow[];
  groups: MembershipOfEnterprise[];
  sources: { sourceListId: string; name: string; kind: string; asOf: string; sourceRow: number | null }[];
  changes: Awaited<ReturnType<typeof listChanges>>;
};

/** Everything on record of one enterprise, masked; null when it does not exist or is out of the person's reach. */
export async function enterpriseProfile(
  context: QueryContext,
  enterpriseId: string,
): Promise<EnterpriseProfile | null> {
  const { trx, officeCode, scopes } = context;
  const found = await findEnterprise(trx, officeCode, enterpriseId);
  if (!found) return null;
  const premises = (await findMainPremises(trx, officeCode, enterpriseId)) ?? null;
  const groups = await listMembershipsOfEnterprise(trx, officeCode, enterpriseId);
  const current = groups.filter((group) => group.leftOn === null).map((group) => group.groupId);
  if (!isWithin(withinOf(scopes), premises?.villageCode ?? null, current)) return null;
  const { officeCode: _office, touched: _touched, ...enterprise } = found;
  return {
    enterprise,
    kbliTitle: enterprise.kbliCode
      ? await findKbliTitle(trx, enterprise.kbliVersion ?? '', enterprise.kbliCode)
      : null,
    owner: enterprise.ownerId ? await maskedOwner(context, enterprise.ownerId) : null,
    premises,
    place: premises?.villageCode ? await listAreaNames(trx, premises.villageCode) : [],
    products: await listProducts(trx, officeCode, enterpriseId),
    figures: await listFigures(trx, officeCode, enterpriseId),
    evidences: await listEvidences(trx, officeCode, enterpriseId),
    groups,
    sources: await listSourcesOf(trx, officeCode, enterpriseId),
    changes: await listChanges(trx, officeCode, { enterpriseId, ownerId: enterprise.ownerId }, 100),
  };
}
