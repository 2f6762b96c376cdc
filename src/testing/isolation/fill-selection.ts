import { steerIntake } from '#features/plan-programme/commands/steer-intake.server.ts';
import { anIntake } from '#features/plan-programme/factory.ts';
import { anEnterprise } from '#features/register-enterprise/factory.ts';
import { runSelection } from '#features/select-participants/commands/run-selection.server.ts';
import { aDraft, aLocked } from '#features/select-participants/factory.ts';
import { anApplication } from '#features/take-applications/factory.ts';
import type { Actor } from '#kernel/actor.ts';
import { addDays, plainDateInWib } from '#kernel/calendar.ts';
import { must } from '#kernel/refusal.ts';
import { execute } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';

type Mark = { villageCode: string; word: string };

export type FilledSelection = {
  /** May be changed and locked: applications close in a week. */
  draftSelectionId: string;
  /** May be given up. */
  spareSelectionId: string;
  /** Published, and may be run. */
  readySelectionId: string;
  readyIntakeId: string;
  /** Run, with seats offered. */
  decidedSelectionId: string;
  decidedIntakeId: string;
};

const DAY = 86_400_000;

/** Selections at every station: drafts, one that may be run, one that was. */
export async function fillSelection(
  services: Services,
  actor: Actor,
  { villageCode, word }: Mark,
  { programmeId }: { programmeId: string },
): Promise<FilledSelection> {
  const today = plainDateInWib(services.clock().getTime());
  /** Applications are taken and rules published three days ago; the close was yesterday. */
  const earlier: Services = { ...services, clock: () => new Date(services.clock().getTime() - 3 * DAY) };
  const intake = async (by: Services, name: string, applicationsCloseOn: string) => {
    const intakeId = await anIntake(by, actor, programmeId, {
      name: `${name} ${word}`,
      seats: 1,
      applicationsCloseOn,
      startsOn: addDays(today, 30),
      endsOn: addDays(today, 31),
    });
    must(await execute(by, actor, steerIntake, { intakeId, action: 'open' }));
    for (const who of ['Satu', 'Dua', 'Tiga']) {
      const named = `${name} ${who} ${word}`;
      const given = { name: named, owner: named, village: villageCode };
      const { enterpriseId } = await anEnterprise(by, actor, given);
      await anApplication(by, actor, intakeId, { enterpriseId });
    }
    return intakeId;
  };
  const locked = async (name: string) => {
    const intakeId = await intake(earlier, name, addDays(today, -1));
    const selectionId = await aLocked(earlier, actor, [intakeId]);
    must(await execute(services, actor, steerIntake, { intakeId, action: 'close' }));
    return { intakeId, selectionId };
  };
  const nextWeek = addDays(today, 7);
  const draftSelectionId = await aDraft(services, actor, [await intake(services, 'Rancangan', nextWeek)]);
  const spareSelectionId = await aDraft(services, actor, [await intake(services, 'Cadangan', nextWeek)]);
  const ready = await locked('Siap');
  const decided = await locked('Terpilih');
  must(await runSelection(services, actor, { selectionId: decided.selectionId, kind: 'official' }));
  return {
    draftSelectionId,
    spareSelectionId,
    readySelectionId: ready.selectionId,
    readyIntakeId: ready.intakeId,
    decidedSelectionId: decided.selectionId,
    decidedIntakeId: decided.intakeId,
  };
}
