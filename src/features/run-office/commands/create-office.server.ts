import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { officeInput } from '../input.ts';
import { permissions } from '../permissions.ts';
import { findOffice, hasArea, insertOffice } from '../store.server.ts';

/**
 * Opens an office for a regency or city; the code is that of the acting system. Refused: `not_found` when the code
 * is no regency of the reference table, `duplicate` when the office is there under another name. Done twice: the
 * same office.
 */
export const createOffice = defineCommand({
  name: 'office.create',
  permission: permissions['office.create'],
  input: officeInput,
  async run({ trx, officeCode, now, audit }, input) {
    if (!(await hasArea(trx, officeCode))) return refused('not_found');
    if (!(await insertOffice(trx, { officeCode, ...input, createdAt: now }))) {
      const there = await findOffice(trx, officeCode);
      return there?.name === input.name ? done({ officeCode }) : refused('duplicate');
    }
    await audit({
      action: 'office.created',
      subject: { kind: 'office', id: officeCode },
      details: { isDemo: input.isDemo },
    });
    return done({ officeCode });
  },
});
