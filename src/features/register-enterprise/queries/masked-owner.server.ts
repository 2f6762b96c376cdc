import { ageBand, plainDateInWib } from '#kernel/calendar.ts';
import { maskNik } from '#kernel/statutory/nik.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { findMainPremises, listEnterprisesOfOwner } from '../enterprise-store.server.ts';
import { listMembershipsOfEnterprise } from '../group-store.server.ts';
import { listMemberIds } from '../merge-store.server.ts';
import { findOwner, listOwnerMembers, listPhones } from '../owner-store.server.ts';
import { isWithin, withinOf } from '../rules/scope.ts';

/** An owner as staff see them before any reveal: identifiers masked, the birth date as an age band. */
export type MaskedOwner = {
  ownerId: string;
  revision: number;
  fullName: string;
  sex: string | null;
  ageBand: string | null;
  /** Whether it was asked; the answer itself is sensitive and shown only by a reveal. */
  hasDisabilityAnswer: boolean;
  nikAnswer: string;
  nikMasked: string | null;
  hasNoKk: boolean;
  emailMasked: string | null;
  hasHomeAddress: boolean;
  deceased: boolean;
  phones: { phoneId: string; hint: string; whose: string }[];
  /** Those of the owner's enterprises that the person may see. */
  enterprises: { enterpriseId: string; name: string }[];
};

/** Enterprises of the owner that the person may see. */
async function enterprisesInReach({ trx, officeCode, scopes }: QueryContext, ownerIds: readonly string[]) {
  const enterprises = await listEnterprisesOfOwner(trx, officeCode, ownerIds);
  const within = withinOf(scopes);
  if (within === null) return enterprises;
  const reached: typeof enterprises = [];
  for (const enterprise of enterprises) {
    const { enterpriseId } = enterprise;
    const premises = await findMainPremises(trx, officeCode, enterpriseId);
    const members = await listMemberIds(trx, officeCode, 'enterprise', enterpriseId);
    const groups = await listMembershipsOfEnterprise(trx, officeCode, members);
    const current = groups.filter((group) => group.leftOn === null).map((group) => group.groupId);
    if (isWithin(within, premises?.villageCode ?? null, current)) reached.push(enterprise);
  }
  return reached;
}

/** One owner, masked; null when there is none, or none of theirs is within the person's areas and groups. */
export async function maskedOwner(context: QueryContext, ownerId: string): Promise<MaskedOwner | null> {
  const { trx, officeCode, scopes, now } = context;
  const owner = await findOwner(trx, officeCode, ownerId);
  if (!owner) return null;
  const records = await listOwnerMembers(trx, officeCode, owner);
  const enterprises = await enterprisesInReach(context, records);
  if (withinOf(scopes) !== null && enterprises.length === 0) return null;
  return {
    ownerId: owner.ownerId,
    revision: owner.revision,
    fullName: owner.fullName,
    sex: owner.sex,
    ageBand: owner.birthDate && ageBand(owner.birthDate, plainDateInWib(now.getTime())),
    hasDisabilityAnswer: owner.disability !== null,
    nikAnswer: owner.nikAnswer,
    nikMasked: owner.nikLast4 && maskNik(owner.nikLast4),
    hasNoKk: owner.noKkCipher !== null,
    emailMasked: owner.emailHint,
    hasHomeAddress: owner.homeAddress !== null,
    deceased: owner.deceased,
    phones: (await listPhones(trx, officeCode, records)).map(({ phoneId, phoneHint, whose }) => ({
      phoneId,
      hint: phoneHint,
      whose,
    })),
    enterprises,
  };
}
