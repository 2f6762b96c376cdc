import { maskNik } from '#kernel/statutory/nik.ts';
import type { QueryContext } from '#platform/command.server.ts';
import {
  findEnterprise,
  findMainPremises,
  listChanges,
  listEnterprisesOfOwner,
  listEvidences,
  listMembers,
  listProducts,
} from '../enterprise-store.server.ts';
import { getOfficeName } from '../glance-store.server.ts';
import { listMembershipsOfEnterprise } from '../group-store.server.ts';
import { findOwner, listOwnerMembers, listPhones } from '../owner-store.server.ts';
import { listAreaNames, listSourcesOf } from '../profile-store.server.ts';
import { type HistoryEntry, openCorrection } from '../rules/record-history.ts';

type OwnEnterprise = {
  enterpriseId: string;
  name: string;
  sector: string;
  standing: string;
  operation: string;
  nib: string | null;
  nibAnswer: string;
  place: string[];
  rt: string | null;
  rw: string | null;
  products: string[];
  evidences: { evidenceId: string; kind: string; expiresOn: string | null; grade: string }[];
  groups: string[];
  sources: { sourceListId: string; name: string; asOf: string }[];
  /** What the owner asked to be corrected and nobody has answered yet. */
  openWish: { text: string; at: Date } | null;
};

export type OwnRecord = {
  ownerId: string;
  officeName: string;
  fullName: string;
  birthDate: string | null;
  homeAddress: string | null;
  sex: string | null;
  nikAnswer: string;
  nikMasked: string | null;
  hasNoKk: boolean;
  emailMasked: string | null;
  phones: { hint: string; whose: string }[];
  enterprises: OwnEnterprise[];
};

/**
 * What the office holds about an owner, for the owner (UU 27/2022 art. 7 and 32); identifiers stay masked, since
 * phones are lent. Null unless this is a record of one's own.
 */
export async function ownRecord(context: QueryContext, ownerId: string): Promise<OwnRecord | null> {
  const { trx, officeCode, scopes } = context;
  if (!scopes.some((scope) => scope.kind === 'owner' && scope.code === ownerId)) return null;
  const owner = await findOwner(trx, officeCode, ownerId);
  if (!owner) return null;
  const enterprises: OwnEnterprise[] = [];
  const records = await listOwnerMembers(trx, officeCode, owner);
  for (const { enterpriseId } of await listEnterprisesOfOwner(trx, officeCode, records)) {
    enterprises.push(await ownEnterprise(context, records, enterpriseId));
  }
  const { fullName, birthDate, homeAddress, sex, nikAnswer, nikLast4 } = owner;
  return {
    ownerId,
    officeName: await getOfficeName(trx, officeCode),
    fullName,
    birthDate,
    homeAddress,
    sex,
    nikAnswer,
    nikMasked: nikLast4 && maskNik(nikLast4),
    hasNoKk: owner.noKkCipher !== null,
    emailMasked: owner.emailHint,
    phones: (await listPhones(trx, officeCode, records)).map(({ phoneHint, whose }) => ({
      hint: phoneHint,
      whose,
    })),
    enterprises,
  };
}

async function ownEnterprise(
  { trx, officeCode }: QueryContext,
  ownerIds: readonly string[],
  enterpriseId: string,
): Promise<OwnEnterprise> {
  const found = await findEnterprise(trx, officeCode, enterpriseId);
  if (!found) throw new Error(`enterprise ${enterpriseId} vanished within a transaction`);
  const premises = await findMainPremises(trx, officeCode, enterpriseId);
  const members = await listMembers(trx, officeCode, found);
  const history: HistoryEntry[] = await listChanges(
    trx,
    officeCode,
    { enterpriseIds: members, ownerIds },
    100,
  );
  const sources = await listSourcesOf(trx, officeCode, members);
  const lists = new Map(
    sources.map(({ sourceListId, name, asOf }) => [sourceListId, { sourceListId, name, asOf }]),
  );
  const { name, sector, standing, operation, nib, nibAnswer } = found;
  return {
    enterpriseId,
    name,
    sector,
    standing,
    operation,
    nib,
    nibAnswer,
    place: premises?.villageCode ? await listAreaNames(trx, premises.villageCode) : [],
    rt: premises?.rt ?? null,
    rw: premises?.rw ?? null,
    products: (await listProducts(trx, officeCode, members)).map((product) => product.name),
    evidences: (await listEvidences(trx, officeCode, members)).map(
      ({ evidenceId, kind, expiresOn, grade }) => ({ evidenceId, kind, expiresOn, grade }),
    ),
    groups: (await listMembershipsOfEnterprise(trx, officeCode, members))
      .filter((group) => group.leftOn === null)
      .map((group) => group.name),
    sources: [...lists.values()],
    openWish: openCorrection(history),
  };
}
