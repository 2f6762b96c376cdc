import type { QueryContext } from '#platform/command.server.ts';
import { areasForLists, listSourceLists } from '../../register-enterprise/index.server.ts';
import { listGestures, listOpenPlaces, listOpenRows } from '../assignment-store.server.ts';
import { type Hand, handsOf, planAssignment } from '../commands/plan-assignment.server.ts';
import { listRoundSources } from '../round-store.server.ts';
import type { AssignmentPage, AssignmentPreview, Gesture } from '../rules/assignment-view.ts';
import type { Part } from '../rules/part.ts';
import { type RoundHeadView, roundHead } from './round-head.server.ts';

const shownGestures = 10;

/**
 * The page on which rows are handed out: what is open where, who could take it, and, once people are chosen, who would
 * get what. Nothing is written.
 */
export async function assignmentPage(
  context: QueryContext,
  roundId: string,
  asked: { part: Part; userIds: readonly string[]; limit: number | undefined },
): Promise<{ round: RoundHeadView; page: AssignmentPage } | null> {
  const { trx, officeCode } = context;
  const round = await roundHead(context, roundId);
  if (!round) return null;
  const key = { office: officeCode, roundId };
  const hands = await handsOf(context, roundId);
  const areas = await areasForLists(trx, officeCode);
  const nameOf = new Map(areas.map(({ code, name }) => [code, name]));
  const places = await listOpenPlaces(trx, key);
  const sources = new Set(await listRoundSources(trx, officeCode, roundId));
  const lists = (await listSourceLists(trx, officeCode)).filter(({ sourceListId }) =>
    sources.has(sourceListId),
  );
  const chosen = hands.filter(({ id }) => asked.userIds.includes(id));
  const open = chosen.length > 0 ? await listOpenRows(trx, key, asked.part) : [];
  return {
    round,
    page: {
      open: places.reduce((sum, { rows }) => sum + rows, 0),
      openSample: places.reduce((sum, { sample }) => sum + sample, 0),
      places: places.map((place) => ({
        ...place,
        village: place.villageCode === null ? null : (nameOf.get(place.villageCode) ?? place.villageCode),
      })),
      lists: lists.map(({ sourceListId, name }) => ({ sourceListId, name })),
      people: hands.map(({ id, name, openLoad, villages }) => ({
        userId: id,
        name,
        left: openLoad,
        villages: villages.map((code) => nameOf.get(code) ?? code),
      })),
      preview: chosen.length > 0 ? previewOf(open, chosen, asked.limit, nameOf) : null,
      gestures: await gesturesOf(context, roundId),
    },
  };
}

function previewOf(
  open: Awaited<ReturnType<typeof listOpenRows>>,
  hands: readonly Hand[],
  limit: number | undefined,
  nameOf: ReadonlyMap<string, string>,
): AssignmentPreview {
  const plan = planAssignment(open, hands, limit);
  const rowOf = new Map(open.map((row) => [row.rowId, row]));
  const byPerson = Map.groupBy(plan, ({ enumeratorId }) => enumeratorId);
  return {
    open: open.length,
    rows: plan.length,
    shares: hands.map(({ id, name, openLoad }) => {
      const rows = (byPerson.get(id) ?? []).map(({ rowId }) => rowOf.get(rowId)!);
      const parts = [...Map.groupBy(rows, ({ villageCode }) => villageCode)].map(([code, some]) => ({
        village: code === null ? null : (nameOf.get(code) ?? code),
        rows: some.length,
      }));
      const inSample = rows.filter(({ sampleOrder }) => sampleOrder !== null).length;
      return { userId: id, name, before: openLoad, gets: rows.length, inSample, parts };
    }),
  };
}

/** What was handed over last. */
export async function gesturesOf(
  { trx, officeCode }: QueryContext,
  roundId: string,
  limit = shownGestures,
): Promise<Gesture[]> {
  const gestures = await listGestures(trx, { office: officeCode, roundId }, limit);
  return gestures.map((one) => ({ ...one, movedAt: one.movedAt.toISOString() }));
}
