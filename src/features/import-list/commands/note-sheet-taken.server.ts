import { z } from 'zod';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { findImport } from '../import-store.server.ts';
import { importPermissions } from '../permissions.ts';
import { isOfWholeOffice } from './bring-in.server.ts';

/** Rejected rows go out as they came, numbers of persons in the clear: who took them is written down first. */
export const noteSheetTaken = defineCommand({
  name: 'list.take_sheet',
  permission: importPermissions['list.bring_in'],
  input: z.object({ importId: z.string(), which: z.enum(['needs_mending', 'other_area']) }),
  async run(context, { importId, which }) {
    const { trx, officeCode } = context;
    if (!isOfWholeOffice(context) || !(await findImport(trx, officeCode, importId)))
      return refused('not_found');
    await context.audit({
      action: 'list.sheet_taken',
      subject: { kind: 'import', id: importId },
      details: { which },
    });
    return done();
  },
});
