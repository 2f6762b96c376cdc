import { plainDateInWib } from '#kernel/calendar.ts';
import { isId } from '#kernel/id.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { listLines } from '../budget-store.server.ts';
import { findIntake, listIntakes } from '../intake-store.server.ts';
import { findProgramme, listStages } from '../programme-store.server.ts';
import { closingDay } from '../rules/application-days.ts';
import { intakeDefaults } from '../rules/intake-defaults.ts';
import { type IntakeChoices, type IntakeFormValues, newIntakeValues } from '../rules/intake-form.ts';
import { findTemplate } from '../rules/templates.ts';
import { lineViews } from './line-figures.server.ts';
import { partnerChoices } from './programme-page.server.ts';

const SEATS_WITHOUT_TEMPLATE = 30;

/** What an intake of a programme can be made of; null where there is no such programme. */
async function choicesFor(
  context: QueryContext,
  programmeId: string,
  chosenPartner: string | null,
): Promise<IntakeChoices | null> {
  const { trx, officeCode, now } = context;
  const programme = isId(programmeId) ? await findProgramme(trx, officeCode, programmeId) : null;
  if (!programme) return null;
  const today = plainDateInWib(now.getTime());
  const lines = (await listLines(trx, officeCode)).filter(
    ({ fiscalYear }) => fiscalYear >= Number(today.slice(0, 4)) - 1,
  );
  return {
    programme: { programmeId, name: programme.name },
    stages: await listStages(trx, officeCode, programmeId),
    partners: await partnerChoices(context, chosenPartner),
    lines: await lineViews(context, lines, today),
  };
}

export type IntakeForm = { choices: IntakeChoices; values: IntakeFormValues };

/** A new intake as its form begins with it: as the last one of its programme was. */
export async function newIntakeForm(context: QueryContext, programmeId: string): Promise<IntakeForm | null> {
  const { trx, officeCode, now } = context;
  const choices = await choicesFor(context, programmeId, null);
  if (!choices) return null;
  const programme = await findProgramme(trx, officeCode, programmeId);
  const intakes = await listIntakes(trx, officeCode, { programmeId });
  const today = plainDateInWib(now.getTime());
  const stages = await listStages(trx, officeCode, programmeId);
  const base = {
    names: intakes.map(({ name }) => name),
    last: intakes.toSorted((a, b) => b.intakeId.localeCompare(a.intakeId))[0] ?? null,
    seats: findTemplate(programme?.template ?? '')?.seats ?? SEATS_WITHOUT_TEMPLATE,
    days: stages[0]?.days ?? null,
    today,
  };
  const year = intakeDefaults({ ...base, lineIds: [] }).startsOn.slice(0, 4);
  const lineIds = choices.lines
    .filter(({ fiscalYear }) => String(fiscalYear) === year)
    .map(({ budgetLineId }) => budgetLineId);
  return { choices, values: newIntakeValues(intakeDefaults({ ...base, lineIds })) };
}

/** An intake as its form begins with it. */
export async function intakeForm(
  context: QueryContext,
  intakeId: string,
): Promise<(IntakeForm & { name: string }) | null> {
  const { trx, officeCode } = context;
  const intake = isId(intakeId) ? await findIntake(trx, officeCode, intakeId) : null;
  const choices = intake && (await choicesFor(context, intake.programmeId, intake.partnerId));
  if (!choices) return null;
  return {
    choices,
    name: intake.name,
    values: {
      name: intake.name,
      stage: String(intake.stage),
      partnerId: intake.partnerId ?? '',
      place: intake.place ?? '',
      startsOn: intake.startsOn,
      endsOn: intake.endsOn,
      seats: String(intake.seats),
      costPerSeat: String(intake.costPerSeat),
      budgetLineId: intake.budgetLineId ?? '',
      applicationsOpenOn:
        intake.applicationsOpenAt === null ? '' : plainDateInWib(intake.applicationsOpenAt.getTime()),
      applicationsCloseOn: closingDay(intake.applicationsCloseAt) ?? '',
      revision: String(intake.revision),
    },
  };
}
