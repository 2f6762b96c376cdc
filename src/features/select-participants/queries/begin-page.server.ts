import { isOfWholeOffice } from '#kernel/actor.ts';
import { isId } from '#kernel/id.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { findIntake, findProgramme, listIntakes } from '../../plan-programme/index.server.ts';
import type { BeginView } from '../rules/selection-view.ts';
import { findSelectionOf, listTakenIntakes } from '../selection-store.server.ts';

const canBegin = ({ status }: { status: string }) => ['planned', 'open', 'closed'].includes(status);

/** The selection of an intake, or how to begin one; null where there is no such intake. */
export async function beginPage(
  context: QueryContext,
  intakeId: string,
): Promise<{ selectionId: string } | BeginView | null> {
  const { trx, officeCode } = context;
  const intake =
    isId(intakeId) && isOfWholeOffice(context) ? await findIntake(trx, officeCode, intakeId) : null;
  if (!intake) return null;
  const selection = await findSelectionOf(trx, officeCode, intakeId);
  if (selection) return { selectionId: selection.selectionId };
  const { programmeId, name, status } = intake;
  const siblings = (await listIntakes(trx, officeCode, { programmeId })).filter(
    (one) => one.intakeId !== intakeId && canBegin(one),
  );
  const taken = new Set(
    await listTakenIntakes(
      trx,
      officeCode,
      siblings.map((one) => one.intakeId),
    ),
  );
  return {
    ...{ intakeId, name, programmeId, status },
    programme: (await findProgramme(trx, officeCode, programmeId))?.name ?? '',
    mayBegin: canBegin(intake),
    others: siblings
      .filter((one) => !taken.has(one.intakeId))
      .map((one) => ({ intakeId: one.intakeId, name: one.name, seats: one.seats })),
  };
}
