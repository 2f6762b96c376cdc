import type { QueryContext } from '#platform/command.server.ts';
import { listWithOwners, searchRegister } from '../../register-enterprise/index.server.ts';

/** As many as are chosen from by eye. */
const FOUND = 20;

export type FoundForSeat = {
  enterpriseId: string;
  name: string;
  owner: string | null;
  village: string | null;
};

/** Enterprises by words, in the order of the search; none before something is asked. */
export async function findForSeat(context: QueryContext, text: string): Promise<FoundForSeat[]> {
  if (text === '') return [];
  const { enterpriseIds } = await searchRegister(context, { text, filter: {}, offset: 0, limit: FOUND });
  const named = new Map(
    (await listWithOwners(context.trx, context.officeCode, { enterpriseIds })).map((one) => [
      one.enterpriseId,
      one,
    ]),
  );
  return enterpriseIds.flatMap((enterpriseId) => {
    const one = named.get(enterpriseId);
    return one ? [{ enterpriseId, name: one.name, owner: one.ownerName, village: one.villageName }] : [];
  });
}
