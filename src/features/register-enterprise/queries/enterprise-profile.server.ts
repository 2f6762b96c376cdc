import type { QueryContext } from '#platform/command.server.ts';
import { findKbliTitle } from '../enterprise-list-store.server.ts';
import {
  type EnterpriseRow,
  type EvidenceRow,
  findEnterprise,
  findMainPremises,
  listChanges,
  listEvidences,
  listMembers,
  listProducts,
  type PremisesRow,
  type ProductRow,
} from '../enterprise-store.server.ts';
import { type FigureRow, listFigures } from '../figure-store.server.ts';
import { listMembershipsOfEnterprise, type MembershipOfEnterprise } from '../group-store.server.ts';
import { listStandingMerges, type StandingMerge } from '../merge-store.server.ts';
import { findOwner, listOwnerMembers } from '../owner-store.server.ts';
import { listAreaNames, listSourcesOf, type SourceOfEnterprise } from '../profile-store.server.ts';
import { isWithin, withinOf } from '../rules/scope.ts';
import { type MaskedOwner, maskedOwner } from './masked-owner.server.ts';

export type EnterpriseProfile = {
  /** The one that stands for the id that was asked for. */
  enterprise: Omit<EnterpriseRow, 'officeCode' | 'touched' | 'own' | 'mergedInto'>;
  kbliTitle: string | null;
  owner: MaskedOwner | null;
  premises: Omit<PremisesRow, 'officeCode'> | null;
  /** Village, district and regency names, smallest first. */
  place: string[];
  products: ProductRow[];
  figures: FigureRow[];
  evidences: EvidenceRow[];
  groups: MembershipOfEnterprise[];
  sources: SourceOfEnterprise[];
  changes: Awaited<ReturnType<typeof listChanges>>;
  /** What was led to it and is shown with it. */
  merges: StandingMerge[];
};

/** Everything on record of one enterprise, masked; null when it does not exist or is out of the person's reach. */
export async function enterpriseProfile(
  context: QueryContext,
  enterpriseId: string,
): Promise<EnterpriseProfile | null> {
  const { trx, officeCode, scopes } = context;
  const found = await findEnterprise(trx, officeCode, enterpriseId);
  if (!found) return null;
  const premises = (await findMainPremises(trx, officeCode, found.enterpriseId)) ?? null;
  const members = await listMembers(trx, officeCode, found);
  const groups = await listMembershipsOfEnterprise(trx, officeCode, members);
  const current = groups.filter((group) => group.leftOn === null).map((group) => group.groupId);
  if (!isWithin(withinOf(scopes), premises?.villageCode ?? null, current)) return null;
  const { officeCode: _office, touched: _touched, own: _own, mergedInto: _into, ...enterprise } = found;
  const owner = enterprise.ownerId ? await maskedOwner(context, enterprise.ownerId) : null;
  const ownerIds = enterprise.ownerId ? await ownerRecords(context, enterprise.ownerId) : [];
  return {
    enterprise,
    kbliTitle: enterprise.kbliCode
      ? await findKbliTitle(trx, enterprise.kbliVersion ?? '', enterprise.kbliCode)
      : null,
    owner,
    premises,
    place: premises?.villageCode ? await listAreaNames(trx, premises.villageCode) : [],
    products: await listProducts(trx, officeCode, members),
    figures: await listFigures(trx, officeCode, members),
    evidences: await listEvidences(trx, officeCode, members),
    groups,
    sources: await listSourcesOf(trx, officeCode, members),
    changes: await listChanges(trx, officeCode, { enterpriseIds: members, ownerIds }, 100),
    merges: await listStandingMerges(trx, officeCode, { enterpriseIds: members, ownerIds }),
  };
}

/** All records that are one person with this owner. */
async function ownerRecords({ trx, officeCode }: QueryContext, ownerId: string): Promise<string[]> {
  const owner = await findOwner(trx, officeCode, ownerId);
  return owner ? listOwnerMembers(trx, officeCode, owner) : [];
}
