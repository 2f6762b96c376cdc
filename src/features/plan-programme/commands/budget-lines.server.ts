import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, invalid, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { findLine, insertCeiling, insertLine, lockLines, updateLine } from '../budget-store.server.ts';
import { addLineInput, editLineInput, setCeilingInput } from '../input.ts';
import { programmePermissions } from '../permissions.ts';

const permission = programmePermissions['budget.set_ceiling'];
type CeilingFacts = {
  amount: number;
  effectiveOn: string;
  documentNumber: string;
  note?: string | undefined;
};

/** Adds a line of the year's budget with its first ceiling. Refused: duplicate, where the year has the code already. */
export const addLine = defineCommand({
  name: 'budget.add_line',
  permission,
  input: addLineInput,
  async run(context, { fiscalYear, code, name, indicator, target, ...ceiling }) {
    const { trx, officeCode, now, newId } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    if (ceiling.effectiveOn.slice(0, 4) !== String(fiscalYear))
      return invalid([{ path: 'effectiveOn', code: 'out_of_range' }]);
    const budgetLineId = newId();
    await insertLine(trx, officeCode, {
      budgetLineId,
      fiscalYear,
      code,
      name,
      indicator: indicator ?? null,
      target: target ?? null,
      createdAt: now,
      revision: 1,
    });
    await addCeiling(context, budgetLineId, ceiling);
    await context.audit({
      action: 'budget.line_added',
      subject: { kind: 'budget_line', id: budgetLineId },
      details: { fiscalYear, code, amount: ceiling.amount, documentNumber: ceiling.documentNumber },
    });
    return done({ budgetLineId });
  },
});

/** Mends what a line is called. Its year stays: another year is another line. */
export const editLine = defineCommand({
  name: 'budget.edit_line',
  permission,
  input: editLineInput,
  async run(context, { budgetLineId, revision, code, name, indicator, target }) {
    const { trx, officeCode } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const line = (await lockLines(trx, officeCode, [budgetLineId])).get(budgetLineId);
    if (!line) return refused('not_found');
    if (line.revision !== revision) return refused('conflict_stale');
    await updateLine(trx, officeCode, budgetLineId, {
      code,
      name,
      indicator: indicator ?? null,
      target: target ?? null,
    });
    await context.audit({
      action: 'budget.line_edited',
      subject: { kind: 'budget_line', id: budgetLineId },
      details: { before: line.code, after: code },
    });
    return done({ budgetLineId });
  },
});

/**
 * A ceiling from a day on, with the document that says so. It may fall below what is committed: nothing is given back by
 * itself, the line then shows its excess and asks what to postpone.
 */
export const setCeiling = defineCommand({
  name: 'budget.set_ceiling',
  permission,
  input: setCeilingInput,
  async run(context, { budgetLineId, ...ceiling }) {
    const { trx, officeCode } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    // Held, so that no promise is made under the old ceiling while the new one is written.
    await lockLines(trx, officeCode, [budgetLineId]);
    const line = await findLine(trx, officeCode, budgetLineId);
    if (!line) return refused('not_found');
    if (ceiling.effectiveOn.slice(0, 4) !== String(line.fiscalYear))
      return invalid([{ path: 'effectiveOn', code: 'out_of_range' }]);
    await addCeiling(context, budgetLineId, ceiling);
    await context.audit({
      action: 'budget.ceiling_set',
      subject: { kind: 'budget_line', id: budgetLineId },
      details: {
        amount: ceiling.amount,
        effectiveOn: ceiling.effectiveOn,
        documentNumber: ceiling.documentNumber,
      },
    });
    return done({ budgetLineId });
  },
});

function addCeiling(
  { trx, officeCode, now, actor, newId }: CommandContext,
  budgetLineId: string,
  { amount, effectiveOn, documentNumber, note }: CeilingFacts,
): Promise<void> {
  return insertCeiling(trx, officeCode, budgetLineId, {
    ceilingId: newId(),
    effectiveOn,
    amount,
    documentNumber,
    note: note ?? null,
    recordedAt: now,
    recordedBy: actor.name,
  });
}
