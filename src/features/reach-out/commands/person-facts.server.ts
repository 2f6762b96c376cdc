import type { QueryContext } from '#platform/command.server.ts';
import { canonicalIds, type EnterpriseToReach, listToReach } from '../../register-enterprise/index.server.ts';
import { listEnterprisesOf } from '../recipient-store.server.ts';
import type { MessageFacts } from '../rules/fill-message.ts';

export type PersonFacts = {
  ownerName: string | null;
  enterprises: EnterpriseToReach[];
};

/** Who these people are today: names and places by the records that now stand for their enterprises. */
export async function factsOfPeople(
  { trx, officeCode }: Pick<QueryContext, 'trx' | 'officeCode'>,
  recipientIds: readonly string[],
): Promise<Map<string, PersonFacts>> {
  const links = await listEnterprisesOf(trx, officeCode, recipientIds);
  const standing = await canonicalIds(
    trx,
    officeCode,
    links.map(({ enterpriseId }) => enterpriseId),
  );
  const rows = await listToReach(trx, officeCode, [...new Set(standing.values())]);
  const byId = new Map(rows.map((row) => [row.enterpriseId, row]));
  const people = new Map<string, PersonFacts>();
  for (const id of recipientIds) people.set(id, { ownerName: null, enterprises: [] });
  for (const { recipientId, enterpriseId } of links) {
    const enterprise = byId.get(standing.get(enterpriseId) ?? enterpriseId);
    const person = people.get(recipientId);
    if (!enterprise || !person || person.enterprises.includes(enterprise)) continue;
    person.enterprises.push(enterprise);
    person.ownerName ??= enterprise.ownerName;
  }
  return people;
}

export const messageFacts = (
  { ownerName, enterprises }: PersonFacts,
  office: { officeName: string; officerName: string; links: readonly string[] },
): MessageFacts => ({
  ownerName,
  enterpriseNames: enterprises.map(({ name }) => name),
  villageName: enterprises.find(({ villageName }) => villageName !== null)?.villageName ?? null,
  ...office,
});
