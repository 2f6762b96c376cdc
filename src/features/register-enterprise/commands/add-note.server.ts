import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { noteInput } from '../input.ts';
import { registerPermissions } from '../permissions.ts';
import { enterpriseWithinReach, recordChange } from './within-reach.server.ts';

/** A remark in the timeline. */
export const addNote = defineCommand({
  name: 'enterprise.add_note',
  permission: registerPermissions['enterprise.edit'],
  input: noteInput,
  async run(context, { enterpriseId, text }) {
    const enterprise = await enterpriseWithinReach(context, enterpriseId);
    if (!enterprise) return refused('not_found');
    await recordChange(context, {
      enterpriseId,
      ownerId: enterprise.ownerId,
      kind: 'note',
      changes: [{ field: 'note', before: null, after: text }],
    });
    await context.audit({ action: 'enterprise.noted', subject: { kind: 'enterprise', id: enterpriseId } });
    return done();
  },
});
