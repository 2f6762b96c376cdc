import { isOfWholeOffice } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { done, invalid, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { lockLines } from '../budget-store.server.ts';
import { type CommitmentRow, findCommitment, updateCommitment } from '../commitment-store.server.ts';
import { recordSpendingInput, releaseRestInput, takeBackSpendingInput } from '../input.ts';
import { findIntake } from '../intake-store.server.ts';
import { programmePermissions } from '../permissions.ts';
import { findSpending, insertSpending, listSpendings } from '../spending-store.server.ts';

const permission = programmePermissions['budget.spend'];

/** The commitment as it is once its line is held: whoever pays or changes the promise stands in the same queue. */
async function heldCommitment(
  { trx, officeCode }: CommandContext,
  commitmentId: string,
): Promise<CommitmentRow | null> {
  const seen = await findCommitment(trx, officeCode, commitmentId);
  if (!seen) return null;
  await lockLines(trx, officeCode, [seen.budgetLineId]);
  return findCommitment(trx, officeCode, commitmentId);
}

/** Writes down a payment. Refused: budget_exceeded (details: left, wanted) beyond what is committed. */
export const recordSpending = defineCommand({
  name: 'budget.record_spending',
  permission,
  input: recordSpendingInput,
  async run(context, { spendingId, commitmentId, amount, spentOn, documentNumber, note }) {
    const { trx, officeCode, now, actor } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const commitment = await heldCommitment(context, commitmentId);
    if (!commitment) return refused('not_found');
    if (await findSpending(trx, officeCode, spendingId)) return refused('already_done');
    if (commitment.status !== 'active') return refused('wrong_state');
    if (spentOn > plainDateInWib(now.getTime()))
      return invalid([{ path: 'spentOn', code: 'date_in_future' }]);
    const left = commitment.amount - commitment.paid;
    if (amount > left) return refused('budget_exceeded', { details: { left, wanted: amount } });
    await insertSpending(trx, officeCode, {
      spendingId,
      commitmentId,
      amount,
      spentOn,
      documentNumber,
      note: note ?? null,
      takesBack: null,
      recordedAt: now,
      recordedBy: actor.name,
    });
    await context.audit({
      action: 'budget.spent',
      subject: { kind: 'intake', id: commitment.intakeId },
      details: { amount, spentOn, documentNumber },
    });
    return done({ spendingId });
  },
});

/** Puts a payment right by a line that takes all of it back; both stay to be read. */
export const takeBackSpending = defineCommand({
  name: 'budget.take_back_spending',
  permission,
  input: takeBackSpendingInput,
  async run(context, { spendingId, reason }) {
    const { trx, officeCode, now, actor, newId } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const spending = await findSpending(trx, officeCode, spendingId);
    if (!spending) return refused('not_found');
    if (spending.takesBack !== null) return refused('wrong_state');
    const commitment = await heldCommitment(context, spending.commitmentId);
    const lines = await listSpendings(trx, officeCode, [spending.commitmentId]);
    if (!commitment || lines.some(({ takesBack }) => takesBack === spendingId))
      return refused('already_done');
    await insertSpending(trx, officeCode, {
      spendingId: newId(),
      commitmentId: spending.commitmentId,
      amount: -spending.amount,
      spentOn: plainDateInWib(now.getTime()),
      documentNumber: spending.documentNumber,
      note: reason,
      takesBack: spendingId,
      recordedAt: now,
      recordedBy: actor.name,
    });
    await context.audit({
      action: 'budget.spending_taken_back',
      subject: { kind: 'intake', id: commitment.intakeId },
      reason,
      details: { amount: spending.amount, documentNumber: spending.documentNumber },
    });
    return done({ spendingId });
  },
});

/** Gives back what a finished intake did not need. */
export const releaseRest = defineCommand({
  name: 'budget.release_rest',
  permission,
  input: releaseRestInput,
  async run(context, { commitmentId }) {
    const { trx, officeCode, now, actor } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const seen = await findCommitment(trx, officeCode, commitmentId);
    const intake = seen && (await findIntake(trx, officeCode, seen.intakeId, true));
    const commitment = intake && (await heldCommitment(context, commitmentId));
    if (!commitment) return refused('not_found');
    if (intake.status !== 'finished') return refused('wrong_state');
    const { amount, paid, status } = commitment;
    if (status !== 'active' || paid >= amount) return refused('already_done');
    const changes = paid > 0 ? { amount: paid } : { status: 'released' as const };
    await updateCommitment(trx, officeCode, commitmentId, changes, { at: now, by: actor.name });
    await context.audit({
      action: 'budget.rest_released',
      subject: { kind: 'intake', id: intake.intakeId },
      details: { released: amount - paid },
    });
    return done({ released: amount - paid });
  },
});
