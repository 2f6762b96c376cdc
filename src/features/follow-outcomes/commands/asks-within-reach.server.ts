import { isOfWholeOffice } from '#kernel/actor.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { standingWithinReach } from '../../register-enterprise/index.server.ts';

type Context = Pick<QueryContext, 'trx' | 'officeCode' | 'scopes'>;

/** Of these enterprises (ids as written) those within the person's areas and groups; null: the whole office, so all. */
export async function enterprisesWithinReach(
  context: Context,
  enterpriseIds: readonly string[],
): Promise<Set<string> | null> {
  if (isOfWholeOffice(context)) return null;
  const within = new Set<string>();
  for (const id of new Set(enterpriseIds)) if (await standingWithinReach(context, id)) within.add(id);
  return within;
}
