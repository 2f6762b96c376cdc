import { plainDateInWib } from '#kernel/calendar.ts';
import { done, invalid, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { standingWithinReach } from '../../register-enterprise/index.server.ts';
import {
  findAssessment,
  insertAssessment,
  keepRubric,
  withdrawAssessmentRow,
} from '../assessment-store.server.ts';
import { assessInput, withdrawAssessmentInput } from '../input.ts';
import { eligibilityPermissions } from '../permissions.ts';
import { rubricsInUse } from '../queries/rubrics-in-use.server.ts';

/** Somebody named judges an enterprise by a rubric: a level for every aspect, and what was seen. */
export const recordAssessment = defineCommand({
  name: 'eligibility.assess',
  permission: eligibilityPermissions['eligibility.assess'],
  input: assessInput,
  async run(context, { enterpriseId, rubricId, assessedOn, levels, notes }) {
    const { trx, officeCode, now, newId, actor } = context;
    // An assessment needs a person who answers for it.
    if (actor.kind !== 'person') return refused('forbidden');
    const enterprise = await standingWithinReach(context, enterpriseId);
    const rubric = (await rubricsInUse(trx, officeCode)).find((one) => one.rubricId === rubricId);
    if (!enterprise || !rubric) return refused('not_found');
    const today = plainDateInWib(now.getTime());
    if (assessedOn > today) return invalid([{ path: 'assessedOn', code: 'date_in_future' }]);
    const missing = rubric.aspects.filter(({ key }) => levels[key] === undefined);
    if (missing.length > 0)
      return invalid(missing.map(({ key }) => ({ path: `levels.${key}`, code: 'blank' as const })));
    const ofRubric = <Value>(given: Record<string, Value>) =>
      Object.fromEntries(
        rubric.aspects.flatMap(({ key }) => (given[key] === undefined ? [] : [[key, given[key]]])),
      );
    await keepRubric(trx, officeCode, rubric, { on: today, at: now, by: actor.name });
    const assessmentId = newId();
    await insertAssessment(trx, officeCode, {
      assessmentId,
      rubricId,
      rubricVersion: rubric.version,
      enterpriseId,
      levels: ofRubric(levels),
      notes: ofRubric(notes),
      assessedOn,
      assessedBy: actor.id,
      assessedByName: actor.name,
      recordedAt: now,
    });
    await context.audit({
      action: 'eligibility.assessed',
      subject: { kind: 'enterprise', id: enterpriseId },
      details: { assessmentId, rubricId, version: rubric.version, levels: ofRubric(levels) },
    });
    return done({ assessmentId });
  },
});

/** An assessment that was wrong counts no longer; it stays on record with whoever took it back. */
export const withdrawAssessment = defineCommand({
  name: 'eligibility.withdraw_assessment',
  permission: eligibilityPermissions['eligibility.assess'],
  input: withdrawAssessmentInput,
  async run(context, { assessmentId, reason }) {
    const { trx, officeCode, now, actor } = context;
    const found = await findAssessment(trx, officeCode, assessmentId);
    if (!found || !(await standingWithinReach(context, found.enterpriseId))) return refused('not_found');
    if (found.withdrawnAt !== null) return refused('already_done');
    await withdrawAssessmentRow(trx, officeCode, assessmentId, { at: now, by: actor.name });
    await context.audit({
      action: 'eligibility.assessment_withdrawn',
      subject: { kind: 'enterprise', id: found.enterpriseId },
      reason,
      details: { assessmentId },
    });
    return done();
  },
});
