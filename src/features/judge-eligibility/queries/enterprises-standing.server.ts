import type { QueryContext } from '#platform/command.server.ts';
import { listAnswers } from '../answer-store.server.ts';
import { shownConditions } from './condition-list.server.ts';

/**
 * Enterprises that stand so by the last count of a programme's conditions: 0 meets all, 1 one step away. In a fixed order,
 * `limit` at most after `after`; null where the programme has no conditions.
 */
export async function enterprisesStanding(
  context: Pick<QueryContext, 'trx' | 'officeCode' | 'now' | 'scopes'>,
  programmeId: string,
  standing: 0 | 1,
  page: { after: string | null; limit: number },
): Promise<string[] | null> {
  const shown = await shownConditions(context, programmeId);
  if (!shown) return null;
  const { trx, officeCode } = context;
  const filter = { standing, step: null, line: null };
  const rows = await listAnswers(trx, officeCode, shown.ruleSet.ruleSetId, filter, page);
  return rows.map(({ enterpriseId }) => enterpriseId);
}
