import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { findIntake } from '../../plan-programme/index.server.ts';
import { paperSettingsInput } from '../input.ts';
import { savePaperSettings as save } from '../paper-store.server.ts';
import { runPermissions } from '../permissions.ts';

/** Keeps what all papers of an intake bear. Refused: `not_found`, `conflict_stale` where another saved in the meantime. */
export const savePaperSettings = defineCommand({
  name: 'intake.set_papers',
  permission: runPermissions['intake.run'],
  input: paperSettingsInput,
  async run(context, { intakeId, revision, settings }) {
    const { trx, officeCode, now, actor } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    if (!(await findIntake(trx, officeCode, intakeId))) return refused('not_found');
    const by = { changedAt: now, changedBy: actor.name };
    if (!(await save(trx, officeCode, { intakeId, settings, revision, ...by })))
      return refused('conflict_stale');
    await context.audit({ action: 'intake.papers_set', subject: { kind: 'intake', id: intakeId } });
    return done();
  },
});
