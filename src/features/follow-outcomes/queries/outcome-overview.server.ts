import { isOfWholeOffice } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { listIntakes, listProgrammes } from '../../plan-programme/index.server.ts';
import { countWaves, listAskedIntakes, listOpenEnterprises } from '../ask-store.server.ts';
import { enterprisesWithinReach } from '../commands/asks-within-reach.server.ts';
import { planAsks } from '../commands/plan-asks.server.ts';
import { hasEnded, phaseOf } from '../rules/ask-calendar.ts';
import { nextOf } from '../rules/next-ask.ts';
import type { OverviewLine } from '../rules/outcome-view.ts';

export type Overview = { lines: OverviewLine[]; today: string; isWhole: boolean };

/**
 * Intakes whose people are asked, those that want something first. Whoever answers for a part sees, of intakes with an ask
 * open now, only the enterprises within reach.
 */
export async function outcomeOverview(context: QueryContext): Promise<Overview> {
  const { trx, officeCode, now } = context;
  const today = plainDateInWib(now.getTime());
  const isWhole = isOfWholeOffice(context);
  const intakes = await listIntakes(trx, officeCode);
  const planned = new Set(await listAskedIntakes(trx, officeCode));
  for (const intake of intakes)
    if (hasEnded(intake, today) && !planned.has(intake.intakeId)) await planAsks(context, intake);
  const within = isWhole
    ? null
    : await enterprisesWithinReach(context, await listOpenEnterprises(trx, officeCode, today));
  const counts = await countWaves(trx, officeCode, within === null ? null : [...within]);
  const byIntake = Map.groupBy(counts, ({ intakeId }) => intakeId);
  const programmes = new Map(
    (await listProgrammes(trx, officeCode)).map(({ programmeId, name }) => [programmeId, name]),
  );
  const lines = intakes.flatMap(({ intakeId, name, programmeId, endsOn }): OverviewLine[] => {
    const waves = (byIntake.get(intakeId) ?? [])
      .toSorted((a, b) => a.months - b.months)
      .map((wave) => ({ ...wave, phase: phaseOf(wave, today) }));
    if (waves.length === 0) return [];
    const programme = programmes.get(programmeId) ?? '';
    return [{ intakeId, name, programmeId, programme, endsOn, waves, next: nextOf(waves) }];
  });
  const rank = ({ next }: OverviewLine) => (next === null ? 2 : next.isOpen && next.silent > 0 ? 0 : 1);
  return {
    lines: lines.toSorted(
      (a, b) =>
        rank(a) - rank(b) ||
        (a.next?.dueOn ?? '').localeCompare(b.next?.dueOn ?? '') ||
        b.endsOn.localeCompare(a.endsOn),
    ),
    today,
    isWhole,
  };
}
