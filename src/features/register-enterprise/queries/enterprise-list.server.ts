import type { QueryContext } from '#platform/command.server.ts';
import {
  type ListedEnterprise,
  listEnterprisesByIds,
  type RegisterNames,
  readRegisterNames,
} from '../enterprise-list-store.server.ts';
import type { RegisterAnswer } from '../rules/register-index.ts';
import { type RegisterSearch, searchRegister } from './register-search.server.ts';

export type EnterpriseList = Omit<RegisterAnswer, 'enterpriseIds'> &
  RegisterNames & {
    rows: ListedEnterprise[];
    /** The moment of which the counts speak. */
    asOf: Date;
  };

/** One page of the register with its counts, and the names of what the chips offer. */
export async function enterpriseList(context: QueryContext, search: RegisterSearch): Promise<EnterpriseList> {
  const { trx, officeCode, now } = context;
  const { enterpriseIds, ...answer } = await searchRegister(context, search);
  return {
    ...answer,
    ...(await readRegisterNames(trx, officeCode)),
    rows: await listEnterprisesByIds(trx, officeCode, enterpriseIds),
    asOf: now,
  };
}
