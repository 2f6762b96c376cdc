import { ageBand, plainDateInWib } from '#kernel/calendar.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { findKbliTitle } from '../enterprise-list-store.server.ts';
import {
  type EnterpriseRow,
  type EvidenceRow,
  type FigureRow,
  findEnterprise,
  findMainPremises,
  listChanges,
  listEnterprisesOfOwner,
  listEvidences,
  listFigures,
  listProducts,
  type PremisesRow,
  type ProductRow,
} from '../enterprise-store.server.ts';
import { listMembershipsOfEnterprise, type MembershipOfEnterprise } from '../group-store.server.ts';
import { findOwner, listPhones } from '../owner-store.server.ts';
import { listAreaNames, listSourcesOf } from '../profile-store.server.ts';
import { isWithin, withinOf } from '../rules/scope.ts';

/** An owner as staff see them before any reveal: identifiers masked, the birth date as an age band. */
export type MaskedOwner = {
  ownerId: string;
  revision: number;
  fullName: string;
  sex: string | null;
  ageBand: string | null;
  disability: string | null;
  nikAnswer: string;
  nikMasked: string | null;
  hasNoKk: boolean;
  hasHomeAddress: boolean;
  deceased: boolean;
  phones: { phoneId: string; hint: string; whose: string }[];
  otherEnterprises: { enterpriseId: string; name: string }[];
};

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
    owner: enterprise.ownerId ? await maskedOwner(context, enterprise.ownerId, enterpriseId) : null,
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

async function maskedOwner(
  { trx, officeCode, now }: QueryContext,
  ownerId: string,
  enterpriseId: string,
): Promise<MaskedOwner | null> {
  const owner = await findOwner(trx, officeCode, ownerId);
  if (!owner) return null;
  const enterprises = await listEnterprisesOfOwner(trx, officeCode, ownerId);
  return {
    ownerId,
    revision: owner.revision,
    fullName: owner.fullName,
    sex: owner.sex,
    ageBand: owner.birthDate && ageBand(owner.birthDate, plainDateInWib(now.getTime())),
    disability: owner.disability,
    nikAnswer: owner.nikAnswer,
    nikMasked: owner.nikLast4 && `************${owner.nikLast4}`,
    hasNoKk: owner.noKkCipher !== null,
    hasHomeAddress: owner.homeAddress !== null,
    deceased: owner.deceased,
    phones: (await listPhones(trx, officeCode, ownerId)).map(({ phoneId, phoneHint, whose }) => ({
      phoneId,
      hint: phoneHint,
      whose,
    })),
    otherEnterprises: enterprises.filter((one) => one.enterpriseId !== enterpriseId),
  };
}
