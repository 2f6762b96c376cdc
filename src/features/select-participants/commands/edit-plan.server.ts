import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, invalid, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { editPlanInput } from '../input.ts';
import { selectionPermissions } from '../permissions.ts';
import { findSelection, listIntakeIds, updateSelection } from '../selection-store.server.ts';

/** Changes how seats are given, as long as it is not published. */
export const editPlan = defineCommand({
  name: 'selection.edit_plan',
  permission: selectionPermissions['selection.plan'],
  input: editPlanInput,
  async run(context, { selectionId, revision, plan }) {
    const { trx, officeCode } = context;
    const selection = isOfWholeOffice(context)
      ? await findSelection(trx, officeCode, selectionId, true)
      : null;
    if (!selection) return refused('not_found');
    if (selection.status !== 'draft') return refused('wrong_state');
    if (selection.revision !== revision) return refused('conflict_stale');
    const ids = new Set(await listIntakeIds(trx, officeCode, selectionId));
    for (const [list, shares] of [
      ['reserves', plan.reserves],
      ['quotas', plan.quotas],
    ] as const) {
      const at = shares.findIndex(({ intakeId }) => intakeId !== null && !ids.has(intakeId));
      if (at >= 0) return invalid([{ path: `plan.${list}.${at}.intakeId`, code: 'not_a_choice' }]);
    }
    await updateSelection(trx, officeCode, selectionId, { plan });
    await context.audit({
      action: 'selection.plan_changed',
      subject: { kind: 'selection', id: selectionId },
      details: { before: selection.plan, after: plan },
    });
    return done({ selectionId });
  },
});
