import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { dropSelectionInput } from '../input.ts';
import { selectionPermissions } from '../permissions.ts';
import { dropIntakes, findSelection, updateSelection } from '../selection-store.server.ts';

/** Gives a draft up, so that its intakes can be selected for anew. What is published stays. */
export const dropSelection = defineCommand({
  name: 'selection.drop',
  permission: selectionPermissions['selection.plan'],
  input: dropSelectionInput,
  async run(context, { selectionId, reason }) {
    const { trx, officeCode } = context;
    const selection = isOfWholeOffice(context)
      ? await findSelection(trx, officeCode, selectionId, true)
      : null;
    if (!selection) return refused('not_found');
    if (selection.status !== 'draft') return refused('wrong_state');
    await updateSelection(trx, officeCode, selectionId, { status: 'dropped' });
    await dropIntakes(trx, officeCode, selectionId);
    await context.audit({
      action: 'selection.dropped',
      subject: { kind: 'selection', id: selectionId },
      reason,
    });
    return done({ selectionId });
  },
});
