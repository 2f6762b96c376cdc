import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, invalid, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { createProgrammeInput } from '../input.ts';
import { findPartner } from '../partner-store.server.ts';
import { programmePermissions } from '../permissions.ts';
import { insertProgramme, type StageRow } from '../programme-store.server.ts';

/** Sets up a programme, from a template or from nothing. */
export const createProgramme = defineCommand({
  name: 'programme.create',
  permission: programmePermissions['programme.plan'],
  input: createProgrammeInput,
  async run(context, { stages, partnerId, template, summary, ...facts }) {
    const { trx, officeCode, now, actor, newId } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    if (partnerId && !(await findPartner(trx, officeCode, partnerId)))
      return invalid([{ path: 'partnerId', code: 'not_a_choice' }]);
    const programmeId = newId();
    await insertProgramme(
      trx,
      officeCode,
      {
        ...facts,
        programmeId,
        summary: summary ?? null,
        partnerId: partnerId ?? null,
        template: template ?? null,
        status: 'active',
        createdAt: now,
        createdBy: actor.name,
        revision: 1,
      },
      numbered(stages),
    );
    await context.audit({
      action: 'programme.created',
      subject: { kind: 'programme', id: programmeId },
      details: { template: template ?? '', stages: stages.length },
    });
    return done({ programmeId });
  },
});

/** In the order in which they stand. */
export const numbered = (
  stages: readonly { name: string; description?: string | undefined; days?: number | undefined }[],
): StageRow[] =>
  stages.map(({ name, description, days }, at) => ({
    stage: at + 1,
    name,
    description: description ?? null,
    days: days ?? null,
  }));
