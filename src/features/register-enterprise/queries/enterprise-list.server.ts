import type { QueryContext } from '#platform/command.server.ts';
import {
  type ListedEnterprise,
  listAreasOf,
  listEnterprisesByIds,
  listSourceLists,
} from '../enterprise-list-store.server.ts';
import { listGroupNames } from '../group-store.server.ts';
import type { RegisterAnswer } from '../rules/register-index.ts';
import { type RegisterSearch, searchRegister } from './register-search.server.ts';

export type EnterpriseList = Omit<RegisterAnswer, 'enterpriseIds'> & {
  rows: ListedEnterprise[];
  areas: { areaCode: string; level: string; name: string; parentCode: string | null }[];
  groups: { groupId: string; name: string; kind: string }[];
  sources: { sourceListId: string; name: string; kind: string; asOf: string }[];
  /** The moment of which the counts speak. */
  asOf: Date;
};

/** One page of the register with its counts, and the names of what the chips offer. */
export async function enterpriseList(context: QueryContext, search: RegisterSearch): Promise<EnterpriseList> {
  const { trx, officeCode, now } = context;
  const { enterpriseIds, ...answer } = await searchRegister(context, search);
  return {
    ...answer,
    rows: await listEnterprisesByIds(trx, officeCode, enterpriseIds),
    areas: await listAreasOf(trx, officeCode),
    groups: await listGroupNames(trx),
    sources: await listSourceLists(trx, officeCode),
    asOf: now,
  };
}
