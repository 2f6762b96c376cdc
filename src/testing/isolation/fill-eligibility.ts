import { insertAssessment, keepRubric } from '#features/judge-eligibility/assessment-store.server.ts';
import { judgeRegister, saveConditions } from '#features/judge-eligibility/index.server.ts';
import { exportRubric } from '#features/judge-eligibility/rules/rubric.ts';
import type { Actor } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { newId } from '#kernel/id.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';

type Mark = { officeCode: string; word: string };

export type FilledEligibility = { assessmentId: string };

/** Conditions of the programme, counted, and an assessment of the enterprise. */
export async function fillEligibility(
  services: Services,
  actor: Actor,
  { officeCode, word }: Mark,
  { programmeId, enterpriseId }: { programmeId: string; enterpriseId: string },
): Promise<FilledEligibility> {
  const today = plainDateInWib(services.clock().getTime());
  const saved = await execute(services, actor, saveConditions, {
    programmeId,
    conditions: {
      lines: [{ key: 'nib', label: { id: `Syarat ${word}`, en: `Condition ${word}` }, when: { ask: 'nib' } }],
    },
    effectiveOn: today,
    note: `Keputusan ${word}`,
    afterVersion: 0,
  });
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
  const runId = await inOneTransaction(services, actor, async ({ trx }) => {
    const runs = trx.selectFrom('eligibilityRuns').select('runId').where('finishedAt', 'is', null);
    return (await runs.executeTakeFirstOrThrow()).runId;
  });
  await judgeRegister(services, officeCode, runId);
  const assessmentId = newId();
  await inOneTransaction(services, actor, async ({ trx, now }) => {
    await keepRubric(trx, officeCode, exportRubric, { on: today, at: now, by: `Penilai ${word}` });
    await insertAssessment(trx, officeCode, {
      assessmentId,
      rubricId: exportRubric.rubricId,
      rubricVersion: exportRubric.version,
      enterpriseId,
      levels: { quality: 3, quantity: 3, continuity: 2 },
      notes: { quality: `Kain ${word}` },
      assessedOn: today,
      assessedBy: actor.id,
      assessedByName: `Penilai ${word}`,
      recordedAt: now,
    });
  });
  return { assessmentId };
}
