import type { QueryContext } from '#platform/command.server.ts';
import { areasForLists, listWithOwners } from '../../register-enterprise/index.server.ts';
import { countRows, listRowsPage } from '../assignment-store.server.ts';
import { handsOf } from '../commands/plan-assignment.server.ts';
import { listRoundVillages } from '../round-store.server.ts';
import type { RowFilter, RowsView } from '../rules/rows-view.ts';
import { type RoundHeadView, roundHead } from './round-head.server.ts';

export const rowsPerPage = 100;

/** Rows of a round, narrowed by village, RT, person and status, a page at a time. */
export async function rowsPage(
  context: QueryContext,
  roundId: string,
  filter: RowFilter,
  page: number,
): Promise<{ round: RoundHeadView; view: RowsView } | null> {
  const { trx, officeCode } = context;
  const round = await roundHead(context, roundId);
  if (!round) return null;
  const key = { office: officeCode, roundId };
  const rows = await listRowsPage(trx, key, filter, { limit: rowsPerPage, offset: (page - 1) * rowsPerPage });
  const named = await listWithOwners(trx, officeCode, {
    enterpriseIds: rows.map(({ enterpriseId }) => enterpriseId),
  });
  const nameOf = new Map(named.map((one) => [one.enterpriseId, one]));
  const areas = new Map((await areasForLists(trx, officeCode)).map(({ code, name }) => [code, name]));
  const people = await handsOf(context, roundId);
  const villages = await listRoundVillages(trx, officeCode, roundId);
  return {
    round,
    view: {
      total: await countRows(trx, key, filter),
      page,
      pageSize: rowsPerPage,
      rows: rows.map(({ enterpriseId, villageCode, inSample, assignedName, ...row }) => ({
        ...row,
        enterpriseId,
        inSample,
        assignedName,
        village: villageCode === null ? null : (areas.get(villageCode) ?? villageCode),
        owner: nameOf.get(enterpriseId)?.ownerName ?? null,
        name: nameOf.get(enterpriseId)?.name ?? '',
      })),
      people: people.map(({ id, name, openLoad }) => ({ userId: id, name, left: openLoad })),
      villages: villages
        .map(({ villageCode }) => ({ code: villageCode, name: areas.get(villageCode) ?? villageCode }))
        .sort((a, b) => a.name.localeCompare(b.name)),
    },
  };
}
