import { may } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { listLines } from '../budget-store.server.ts';
import { programmePermissions } from '../permissions.ts';
import { isOpenToChange } from '../rules/intake-state.ts';
import type { BudgetGlance, ProgrammeListView } from '../rules/programme-view.ts';
import { lineViews, sumOf } from './line-figures.server.ts';
import { intakeLine, intakesInReach, namesOf, ownPartners } from './own-reach.server.ts';

/** Programmes, the next intakes, and what is left of the year's money. */
export async function programmeList(context: QueryContext): Promise<ProgrammeListView> {
  const names = await namesOf(context);
  const rows = await intakesInReach(context, names);
  const isPartner = ownPartners(context) !== null;
  const intakes = rows
    .filter(({ status }) => isPartner || isOpenToChange(status))
    .map((row) => intakeLine(row, names))
    .sort((a, b) => a.startsOn.localeCompare(b.startsOn));
  if (isPartner) return { programmes: null, intakes, budget: null };
  return {
    programmes: [...names.programmes.values()].map(
      ({ programmeId, name, kind, topic, status, partnerId }) => ({
        programmeId,
        name,
        kind,
        topic,
        status,
        partner: names.partners.get(partnerId ?? '')?.name ?? null,
        intakes: rows.filter((row) => row.programmeId === programmeId).length,
      }),
    ),
    intakes,
    budget: may(context.actor, programmePermissions['budget.view']) ? await budgetGlance(context) : null,
  };
}

async function budgetGlance(context: QueryContext): Promise<BudgetGlance | null> {
  const today = plainDateInWib(context.now.getTime());
  const year = Number(today.slice(0, 4));
  const lines = await listLines(context.trx, context.officeCode, year);
  if (lines.length === 0) return null;
  return { year, lines: lines.length, ...sumOf(await lineViews(context, lines, today)) };
}
