import { isOfWholeOffice } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { isId } from '#kernel/id.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { signatoriesOn } from '../../run-office/index.server.ts';
import { listMinutes, type MinutesRow } from '../minutes-store.server.ts';
import { listParticipantsIn } from '../participant-store.server.ts';
import type { MinutesLine, MinutesView } from '../rules/minutes-view.ts';
import { listOverrides } from '../seat-move-store.server.ts';
import { findSelection, listIntakeIds } from '../selection-store.server.ts';

/** The berita acara of a selection; null before it is decided. */
export async function minutesPage(context: QueryContext, selectionId: string): Promise<MinutesView | null> {
  const { trx, officeCode, now } = context;
  const selection =
    isId(selectionId) && isOfWholeOffice(context) ? await findSelection(trx, officeCode, selectionId) : null;
  if (selection?.status !== 'decided') return null;
  const all = await listMinutes(trx, officeCode, selectionId);
  const standing = all.find(({ replacedAt }) => replacedAt === null) ?? null;
  const intakeIds = await listIntakeIds(trx, officeCode, selectionId);
  const decisions = [
    ...(await listOverrides(trx, officeCode, selectionId)).map(({ decidedAt }) => decidedAt),
    ...(await listParticipantsIn(trx, officeCode, intakeIds))
      .filter(({ source }) => source === 'appeal')
      .map(({ offeredAt }) => offeredAt),
  ];
  const today = plainDateInWib(now.getTime());
  return {
    selectionId,
    name: selection.name,
    intakeId: intakeIds[0] ?? '',
    today,
    standing: standing && { ...lineOf(standing), content: standing.content },
    stale: standing !== null && decisions.some((at) => at > standing.madeAt),
    older: all.filter(({ replacedAt }) => replacedAt !== null).map(lineOf),
    signatories: (await signatoriesOn(trx, officeCode, today)).map(({ signatoryId, name, position }) => ({
      signatoryId,
      words: `${name}, ${position}`,
    })),
  };
}

function lineOf(row: MinutesRow): MinutesLine {
  const { minutesId, number, dated, madeAt, madeBy, signedAt, signedBy, signedName, replacedAt } = row;
  return { minutesId, number, dated, madeAt, madeBy, signedAt, signedBy, signedName, replacedAt };
}
