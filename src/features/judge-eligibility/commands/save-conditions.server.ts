import { isOfWholeOffice } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { done, invalid, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { findProgramme } from '../../plan-programme/index.server.ts';
import { saveConditionsInput } from '../input.ts';
import { eligibilityPermissions } from '../permissions.ts';
import { insertRuleSet, listRuleSets } from '../rule-set-store.server.ts';
import { versionInForce } from '../rules/live-rule-sets.ts';
import { startCount } from './start-count.server.ts';

/** A new version of a programme's conditions, holding from a day on. The whole register is counted by it at once. */
export const saveConditions = defineCommand({
  name: 'eligibility.save_conditions',
  permission: eligibilityPermissions['eligibility.set_conditions'],
  input: saveConditionsInput,
  async run(context, { programmeId, conditions, effectiveOn, note, afterVersion }) {
    const { trx, officeCode, now, newId, actor } = context;
    const programme = isOfWholeOffice(context)
      ? await findProgramme(trx, officeCode, programmeId, true)
      : null;
    if (!programme) return refused('not_found');
    if (programme.status !== 'active') return refused('wrong_state');
    const versions = await listRuleSets(trx, officeCode, programmeId);
    const newest = versions[0]?.version ?? 0;
    if (newest !== afterVersion) return refused('conflict_stale');
    // Dated before the one that holds it would never hold itself.
    const holds = versionInForce(versions, plainDateInWib(now.getTime()));
    if (holds && effectiveOn < holds.effectiveOn)
      return invalid([{ path: 'effectiveOn', code: 'out_of_range' }]);
    const ruleSetId = newId();
    await insertRuleSet(trx, officeCode, {
      ruleSetId,
      programmeId,
      version: newest + 1,
      conditions,
      effectiveOn,
      note: note ?? null,
      createdAt: now,
      createdBy: actor.name,
    });
    await startCount(context, [ruleSetId]);
    await context.audit({
      action: 'eligibility.conditions_saved',
      subject: { kind: 'programme', id: programmeId },
      reason: note,
      details: { version: newest + 1, effectiveOn, lines: conditions.lines.map(({ key }) => key) },
    });
    return done({ ruleSetId, version: newest + 1 });
  },
});
