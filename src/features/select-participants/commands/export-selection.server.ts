import { z } from 'zod';
import { isOfWholeOffice, may } from '#kernel/actor.ts';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { registerPermissions } from '../../register-enterprise/index.server.ts';
import { selectionIdInput } from '../input.ts';
import { selectionPermissions } from '../permissions.ts';
import { hasPersonalTags } from '../rules/personal-tags.ts';
import { findRun, findSelection } from '../selection-store.server.ts';

/**
 * Who leaves with a result leaves a line. The file to check holds who is counted for what: where personal data is among it,
 * only who may see that in the register may have it.
 */
export const exportSelection = defineCommand({
  name: 'selection.export',
  permission: selectionPermissions['selection.export'],
  input: selectionIdInput.extend({ what: z.enum(['workbook', 'file']) }),
  async run(context, { selectionId, what }) {
    const { trx, officeCode, actor } = context;
    const selection = isOfWholeOffice(context) ? await findSelection(trx, officeCode, selectionId) : null;
    const run = selection && (await findRun(trx, officeCode, selectionId, 'official'));
    if (!selection || !run) return refused('not_found');
    const seesPersonal = may(actor, registerPermissions['enterprise.reveal']);
    const withFile = seesPersonal || !hasPersonalTags(selection.plan);
    if (what === 'file' && !withFile) return refused('forbidden');
    await context.audit({
      action: 'selection.exported',
      subject: { kind: 'selection', id: selectionId },
      details: { what, enterprises: run.applicants },
    });
    return done({ withFile });
  },
});
