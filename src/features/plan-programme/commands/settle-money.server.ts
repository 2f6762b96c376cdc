import { plainDateInWib } from '#kernel/calendar.ts';
import { done, invalid, type Outcome, refused } from '#kernel/refusal.ts';
import type { CommandContext } from '#platform/command.server.ts';
import { type BudgetLineRow, listCeilings, lockLines } from '../budget-store.server.ts';
import {
  type CommitmentRow,
  findCommitmentOf,
  insertCommitment,
  sumByLine,
  updateCommitment,
} from '../commitment-store.server.ts';
import type { IntakeRow } from '../intake-store.server.ts';
import { ceilingOn, dayForYear, decideCommitment, takenBy } from '../rules/budget.ts';
import { holdsMoney } from '../rules/intake-state.ts';

/**
 * Makes the promise to an intake what its status, seats and cost ask for. The caller holds the intake; the budget lines are
 * held here, so of many who commit the last of a budget each sees what those before it took. Refused: budget_exceeded
 * (details: left, wanted, lacking in rupiah; line, its code), or the field that what was paid already forbids.
 */
export async function settleMoney(context: CommandContext, intake: IntakeRow): Promise<Outcome<void>> {
  const { trx, officeCode, now, actor } = context;
  const deed = { at: now, by: actor.name };
  const known = await findCommitmentOf(trx, officeCode, intake.intakeId);
  const lineIds = [known?.budgetLineId, intake.budgetLineId].filter((id) => typeof id === 'string');
  const lines = await lockLines(trx, officeCode, [...new Set(lineIds)]);
  const line = intake.budgetLineId === null ? null : (lines.get(intake.budgetLineId) ?? null);
  if (intake.budgetLineId !== null && !line) return invalid([{ path: 'budgetLineId', code: 'not_a_choice' }]);
  // What was paid may have grown while we stood in the queue.
  let standing = known && (await findCommitmentOf(trx, officeCode, intake.intakeId));

  if (intake.status === 'cancelled') {
    if (standing)
      await updateCommitment(trx, officeCode, standing.commitmentId, { status: 'released' }, deed);
    return done();
  }
  if (standing && standing.budgetLineId !== intake.budgetLineId) {
    if (standing.paid > 0) return invalid([{ path: 'budgetLineId', code: 'not_a_choice' }]);
    await updateCommitment(trx, officeCode, standing.commitmentId, { status: 'released' }, deed);
    standing = null;
  }
  if (!holdsMoney(intake.status)) {
    if (standing?.status === 'active')
      await updateCommitment(trx, officeCode, standing.commitmentId, { status: 'postponed' }, deed);
    return done();
  }
  const wanted = line === null ? 0 : intake.seats * intake.costPerSeat;
  if (wanted < (standing?.paid ?? 0)) return invalid([{ path: 'costPerSeat', code: 'out_of_range' }]);
  if (wanted === 0 || line === null) {
    if (standing)
      await updateCommitment(trx, officeCode, standing.commitmentId, { status: 'released' }, deed);
    return done();
  }
  return promise(context, { intake, line, standing, wanted });
}

async function promise(
  { trx, officeCode, now, actor, newId }: CommandContext,
  {
    intake,
    line,
    standing,
    wanted,
  }: { intake: IntakeRow; line: BudgetLineRow; standing: CommitmentRow | null; wanted: number },
): Promise<Outcome<void>> {
  const { budgetLineId, fiscalYear, code } = line;
  const deed = { at: now, by: actor.name };
  const taken = (await sumByLine(trx, officeCode, [budgetLineId])).get(budgetLineId)?.committed ?? 0;
  const today = plainDateInWib(now.getTime());
  const ceilings = await listCeilings(trx, officeCode, [budgetLineId]);
  const decision = decideCommitment({
    ceiling: ceilingOn(ceilings, dayForYear(fiscalYear, today))?.amount ?? 0,
    others: taken - (standing ? takenBy(standing) : 0),
    before: standing?.status === 'active' ? standing.amount : 0,
    wanted,
  });
  if (!decision.allowed) {
    const { left, lacking } = decision;
    return refused('budget_exceeded', { details: { left, wanted, lacking, line: code } });
  }
  if (standing)
    await updateCommitment(
      trx,
      officeCode,
      standing.commitmentId,
      { amount: wanted, status: 'active' },
      deed,
    );
  else
    await insertCommitment(
      trx,
      officeCode,
      { commitmentId: newId(), budgetLineId, intakeId: intake.intakeId, amount: wanted },
      deed,
    );
  return done();
}
