import { z } from 'zod';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { countWanted } from '../answer-store.server.ts';
import { programmeIdInput } from '../input.ts';
import { eligibilityPermissions } from '../permissions.ts';
import { shownConditions } from '../queries/condition-list.server.ts';

const place = z.int().min(0).max(39);

/** Who leaves with a list of names leaves a line. */
export const exportList = defineCommand({
  name: 'eligibility.export_list',
  permission: eligibilityPermissions['eligibility.export'],
  input: programmeIdInput.extend({
    standing: z.int().min(0).max(3).nullable(),
    step: place.nullable(),
    line: z.object({ at: place, code: z.int().min(0).max(2) }).nullable(),
  }),
  async run(context, { programmeId, ...asked }) {
    const { trx, officeCode } = context;
    const shown = await shownConditions(context, programmeId);
    if (!shown) return refused('not_found');
    const enterprises = await countWanted(trx, officeCode, shown.ruleSet.ruleSetId, asked);
    await context.audit({
      action: 'eligibility.list_exported',
      subject: { kind: 'programme', id: programmeId },
      details: { version: shown.ruleSet.version, enterprises, ...asked, line: asked.line?.at ?? null },
    });
    return done({ version: shown.ruleSet.version });
  },
});
