import { isId } from '#kernel/id.ts';
import { parseNik } from '#kernel/statutory/nik.ts';
import { parsePhone } from '#kernel/statutory/phone.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { type EnterpriseWithOwner, listWithOwners } from '../glance-store.server.ts';
import { findOwner, listOwnerMembers, listPhones } from '../owner-store.server.ts';
import { isWithin, withinOf } from '../rules/scope.ts';
import { searchRegister } from './register-search.server.ts';

export type OwnerMatch = {
  ownerId: string;
  ownerName: string;
  /** What is alike. */
  by: 'nik' | 'phone' | 'name';
  enterprises: Pick<EnterpriseWithOwner, 'enterpriseId' | 'name' | 'villageName' | 'rt' | 'rw'>[];
};

const MOST = 6;
/** Shorter than this a name says nothing yet. */
const NAME_LENGTH = 3;

/**
 * Owners who may be the one being registered: same NIK, same phone, or a similar name, in that order. Within what
 * the person may see.
 */
export async function ownerMatches(
  context: QueryContext,
  typed: { name: string; nik: string; phone: string },
): Promise<OwnerMatch[]> {
  const nik = parseNik(typed.nik);
  const phone = parsePhone(typed.phone);
  const wanted: [OwnerMatch['by'], string][] = [];
  if (nik.ok) wanted.push(['nik', nik.value]);
  if (phone.ok) wanted.push(['phone', phone.value.e164]);
  if (typed.name.trim().length >= NAME_LENGTH) wanted.push(['name', typed.name]);
  const matches = new Map<string, OwnerMatch>();
  for (const [by, text] of wanted) {
    const { enterpriseIds } = await searchRegister(context, { text, filter: {}, offset: 0, limit: MOST });
    const found = await listWithOwners(context.trx, context.officeCode, { enterpriseIds });
    const inOrder = enterpriseIds.flatMap((id) => found.find((one) => one.enterpriseId === id) ?? []);
    for (const { ownerId, ownerName, villageCode: _code, ...enterprise } of inOrder) {
      if (ownerId === null || ownerName === null) continue;
      const match = matches.get(ownerId) ?? { ownerId, ownerName, by, enterprises: [] };
      matches.set(ownerId, match);
      if (match.by === by) match.enterprises.push(enterprise);
    }
  }
  return [...matches.values()].slice(0, MOST);
}

export type OwnerSummary = {
  ownerId: string;
  fullName: string;
  phoneHint: string | null;
  enterprises: { enterpriseId: string; name: string }[];
};

/** An owner in a line; null when there is none, or none of theirs is within the person's areas. */
export async function ownerSummary(
  { trx, officeCode, scopes }: QueryContext,
  ownerId: string,
): Promise<OwnerSummary | null> {
  const owner = isId(ownerId) ? await findOwner(trx, officeCode, ownerId) : undefined;
  if (!owner) return null;
  const records = await listOwnerMembers(trx, officeCode, owner);
  const enterprises = await listWithOwners(trx, officeCode, { ownerIds: records });
  const within = withinOf(scopes);
  if (within !== null && !enterprises.some((one) => isWithin(within, one.villageCode, []))) return null;
  const [phone] = await listPhones(trx, officeCode, records);
  return {
    ownerId: owner.ownerId,
    fullName: owner.fullName,
    phoneHint: phone?.phoneHint ?? null,
    enterprises: enterprises.map(({ enterpriseId, name }) => ({ enterpriseId, name })),
  };
}
