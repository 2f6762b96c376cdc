import type { QueryContext } from '#platform/command.server.ts';
import { areasForLists } from '../../register-enterprise/index.server.ts';

/** Names of the office's villages by their codes. */
export async function villageNamesOf({ trx, officeCode }: QueryContext): Promise<Map<string, string>> {
  return new Map((await areasForLists(trx, officeCode)).map(({ code, name }) => [code, name]));
}
