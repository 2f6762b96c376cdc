import { isOfWholeOffice } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { isId } from '#kernel/id.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { findIntake, findProgramme, type IntakeRow } from '../../plan-programme/index.server.ts';
import { listAsks } from '../ask-store.server.ts';
import { enterprisesWithinReach } from '../commands/asks-within-reach.server.ts';
import { planAsks } from '../commands/plan-asks.server.ts';
import { askDays, hasEnded, newestWave, phaseOf, type Wave, waves } from '../rules/ask-calendar.ts';
import { hasAnswered } from '../rules/counting-answer.ts';
import { asksForExport } from '../rules/outcome-questions.ts';
import type { IntakeHead, IntakeOutcomes, PersonLine } from '../rules/outcome-view.ts';
import { sumOutcomes } from '../rules/sum-outcomes.ts';
import { peopleAsked } from './people-asked.server.ts';

export type EveryoneAsked = { intake: IntakeRow; head: IntakeHead; topic: string; people: PersonLine[] };

/** All asks of an intake within the person's reach, in the order of names; asks that are missing are made. */
export async function everyoneAsked(context: QueryContext, intakeId: string): Promise<EveryoneAsked | null> {
  const { trx, officeCode } = context;
  const intake = isId(intakeId) ? await findIntake(trx, officeCode, intakeId) : null;
  const programme = intake && (await findProgramme(trx, officeCode, intake.programmeId));
  if (!intake || !programme) return null;
  await planAsks(context, intake);
  const asks = await listAsks(trx, officeCode, { intakeId });
  const within = await enterprisesWithinReach(
    context,
    asks.map(({ enterpriseId }) => enterpriseId),
  );
  const mine = within === null ? asks : asks.filter(({ enterpriseId }) => within.has(enterpriseId));
  const people = await peopleAsked(context, mine, intake.endsOn);
  const { name, programmeId } = intake;
  return {
    intake,
    head: { intakeId, name, programmeId, programme: programme.name },
    topic: programme.topic,
    people: people.toSorted((a, b) => a.name.localeCompare(b.name, 'id')),
  };
}

/** How one wave of an intake stands, and its results; `asked` null: the newest wave. Null: there is no such intake. */
export async function intakeOutcomes(
  context: QueryContext,
  intakeId: string,
  asked: Wave | null,
): Promise<IntakeOutcomes | null> {
  const found = await everyoneAsked(context, intakeId);
  if (!found) return null;
  const { intake, head, topic, people } = found;
  const today = plainDateInWib(context.now.getTime());
  const months = asked ?? newestWave(people, today);
  const lines = people.filter((one) => one.months === months);
  const withExport = asksForExport(topic);
  const daysOf = (wave: Wave) => people.find((one) => one.months === wave) ?? askDays(intake.endsOn, wave);
  return {
    intake: { ...head, endsOn: intake.endsOn, hasEnded: hasEnded(intake, today) },
    waves: waves.map((wave) => {
      const ofWave = people.filter((one) => one.months === wave);
      const { dueOn, closesOn } = daysOf(wave);
      const answered = ofWave.filter(({ standing }) => hasAnswered(standing)).length;
      return { months: wave, dueOn, closesOn, people: ofWave.length, answered };
    }),
    months,
    phase: phaseOf(daysOf(months), today),
    withExport,
    sums: sumOutcomes(lines, withExport),
    lines,
    isWhole: isOfWholeOffice(context),
    today,
  };
}
