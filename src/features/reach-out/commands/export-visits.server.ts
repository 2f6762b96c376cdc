import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { outreachIdInput } from '../input.ts';
import { reachPermissions } from '../permissions.ts';
import { visitLines } from '../queries/visit-lines.server.ts';

/** Who leaves with a list of names leaves a line. Refuses: not_found. */
export const exportVisits = defineCommand({
  name: 'outreach.export_visits',
  permission: reachPermissions['reach.contact'],
  input: outreachIdInput,
  async run(context, { outreachId }) {
    const found = await visitLines(context, outreachId);
    if (!found) return refused('not_found');
    await context.audit({
      action: 'outreach.visits_exported',
      subject: { kind: 'outreach', id: outreachId },
      details: { people: found.lines.length },
    });
    return done(found);
  },
});
