import { plainDateInWib } from '#kernel/calendar.ts';
import { isId } from '#kernel/id.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { findLine, listCeilings, listLines } from '../budget-store.server.ts';
import { listCommitments } from '../commitment-store.server.ts';
import { listIntakes } from '../intake-store.server.ts';
import { intakeStatusAfter } from '../rules/intake-state.ts';
import type { BudgetView, LinePageView } from '../rules/programme-view.ts';
import { lineViews, sumOf } from './line-figures.server.ts';
import { namesOf } from './own-reach.server.ts';

/** Ceiling, committed and spent of each line of a year; this year unless told. */
export async function budgetPage(context: QueryContext, asked?: number): Promise<BudgetView> {
  const { trx, officeCode, now } = context;
  const today = plainDateInWib(now.getTime());
  const all = await listLines(trx, officeCode);
  const year = asked ?? Number(today.slice(0, 4));
  const lines = await lineViews(
    context,
    all.filter(({ fiscalYear }) => fiscalYear === year),
    today,
  );
  const years = [...new Set([year, Number(today.slice(0, 4)), ...all.map(({ fiscalYear }) => fiscalYear)])];
  return { year, years: years.sort((a, b) => b - a), asOf: today, lines, sum: sumOf(lines) };
}

/** One line: its decisions, and the promises made from it. */
export async function linePage(context: QueryContext, budgetLineId: string): Promise<LinePageView | null> {
  const { trx, officeCode, now } = context;
  const row = isId(budgetLineId) ? await findLine(trx, officeCode, budgetLineId) : null;
  if (!row) return null;
  const today = plainDateInWib(now.getTime());
  const [line] = await lineViews(context, [row], today);
  const { programmes } = await namesOf(context);
  const intakes = new Map((await listIntakes(trx, officeCode)).map((one) => [one.intakeId, one]));
  const commitments = (await listCommitments(trx, officeCode, { budgetLineId })).flatMap((commitment) => {
    const intake = intakes.get(commitment.intakeId);
    if (!intake) return [];
    const { commitmentId, intakeId, status, amount, paid } = commitment;
    return [
      {
        commitmentId,
        intakeId,
        status,
        amount,
        paid,
        intake: intake.name,
        programme: programmes.get(intake.programmeId)?.name ?? '',
        intakeStatus: intake.status,
        mayPostpone:
          status === 'active' && amount > paid && intakeStatusAfter(intake.status, 'postpone') !== null,
      },
    ];
  });
  const ceilings = (await listCeilings(trx, officeCode, [budgetLineId])).map(
    ({ budgetLineId: _line, ...ceiling }) => ceiling,
  );
  return { line: line!, asOf: today, ceilings: ceilings.reverse(), commitments };
}
