import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, invalid, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { editProgrammeInput, steerProgrammeInput } from '../input.ts';
import { listIntakes } from '../intake-store.server.ts';
import { findPartner } from '../partner-store.server.ts';
import { programmePermissions } from '../permissions.ts';
import { findProgramme, replaceStages, updateProgramme } from '../programme-store.server.ts';
import { isOpenToChange } from '../rules/intake-state.ts';
import { numbered } from './create-programme.server.ts';

/** Changes a programme. A stage that an intake is for stays: there may be fewer stages only behind it. */
export const editProgramme = defineCommand({
  name: 'programme.edit',
  permission: programmePermissions['programme.plan'],
  input: editProgrammeInput,
  async run(context, { programmeId, revision, stages, partnerId, summary, ...facts }) {
    const { trx, officeCode } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const programme = await findProgramme(trx, officeCode, programmeId, true);
    if (!programme) return refused('not_found');
    if (programme.revision !== revision) return refused('conflict_stale');
    if (partnerId && !(await findPartner(trx, officeCode, partnerId)))
      return invalid([{ path: 'partnerId', code: 'not_a_choice' }]);
    const used = Math.max(
      1,
      ...(await listIntakes(trx, officeCode, { programmeId })).map((one) => one.stage),
    );
    if (used > Math.max(1, stages.length)) return invalid([{ path: 'stages', code: 'too_short' }]);
    await updateProgramme(trx, officeCode, programmeId, {
      ...facts,
      summary: summary ?? null,
      partnerId: partnerId ?? null,
      revision: revision + 1,
    });
    await replaceStages(trx, officeCode, programmeId, numbered(stages));
    await context.audit({
      action: 'programme.edited',
      subject: { kind: 'programme', id: programmeId },
      details: { stages: stages.length },
    });
    return done({ programmeId });
  },
});

/** Ends a programme that has no intake under way, or takes it up again. What it was stays on record. */
export const steerProgramme = defineCommand({
  name: 'programme.steer',
  permission: programmePermissions['programme.plan'],
  input: steerProgrammeInput,
  async run(context, { programmeId, action }) {
    const { trx, officeCode } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const programme = await findProgramme(trx, officeCode, programmeId, true);
    if (!programme) return refused('not_found');
    const status = action === 'end' ? 'ended' : 'active';
    if (programme.status === status) return refused('already_done');
    const intakes = await listIntakes(trx, officeCode, { programmeId });
    if (action === 'end' && intakes.some((intake) => isOpenToChange(intake.status)))
      return refused('wrong_state');
    await updateProgramme(trx, officeCode, programmeId, { status, revision: programme.revision + 1 });
    await context.audit({
      action: action === 'end' ? 'programme.ended' : 'programme.reopened',
      subject: { kind: 'programme', id: programmeId },
    });
    return done({ programmeId });
  },
});
