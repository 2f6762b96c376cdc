import { plainDateInWib } from '#kernel/calendar.ts';
import { done, invalid, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { findIntake, findProgramme } from '../../plan-programme/index.server.ts';
import { recordSupport } from '../../record-support/index.server.ts';
import { addEvidence, getOfficeName } from '../../register-enterprise/index.server.ts';
import { updateCase, updateStep } from '../case-store.server.ts';
import { finishCaseInput } from '../input.ts';
import { runPermissions } from '../permissions.ts';
import { caseStatusAfter } from '../rules/case.ts';
import { caseTemplate } from '../rules/case-templates.ts';
import { absenceOf } from '../rules/how-it-ended.ts';
import { caseWithinReach } from './case-within-reach.server.ts';
import { attendanceNow, recordEnded } from './write-ledger.server.ts';

/**
 * The case ends in what it was for: number, days and file become evidence of grade "ada berkas" in the register, the enterprise's
 * history gets its line, and steps left open count as done, since the certificate proves them. All in one transaction; refused
 * as adding evidence is (a number that cannot be, days in the wrong order).
 */
export const finishCase = defineCommand({
  name: 'case.finish',
  permission: runPermissions['case.run'],
  input: finishCaseInput,
  async run(context, { caseId, number, issuer, issuedOn, expiresOn, fileId }) {
    const { trx, officeCode, now, actor } = context;
    const found = await caseWithinReach(context, caseId, true);
    if (!found) return refused('not_found');
    const { case: one, enterprise } = found;
    const status = caseStatusAfter(one.status, 'finish');
    if (status === null) return refused('wrong_state');
    const today = plainDateInWib(now.getTime());
    if (issuedOn > today) return invalid([{ path: 'issuedOn', code: 'date_in_future' }]);
    const { evidence: kind, topic } = caseTemplate(one.kind);
    const added = await addEvidence.run(context, {
      enterpriseId: one.enterpriseId,
      kind,
      number,
      issuer,
      issuedOn,
      expiresOn,
      grade: 'documented',
      fileId: fileId ?? one.steps.findLast(({ needsFile }) => needsFile)?.fileId ?? undefined,
    });
    if (!added.ok) return added;
    for (const { step } of one.steps.filter(({ doneOn }) => doneOn === null))
      await updateStep(trx, officeCode, { caseId, step }, { doneOn: today, doneBy: actor.name });
    await updateCase(trx, officeCode, caseId, {
      status,
      evidenceId: added.value.evidenceId,
      closedAt: now,
      closedBy: actor.name,
    });
    const intake = one.intakeId ? await findIntake(trx, officeCode, one.intakeId, true) : null;
    const programme = intake && (await findProgramme(trx, officeCode, intake.programmeId));
    if (intake && programme) {
      // The same line that closing the intake writes: whichever comes first, it stands once.
      const { sessions, counting } = await attendanceNow(context, intake.intakeId);
      const absence = one.participantId ? absenceOf(one.participantId, sessions, counting) : null;
      const ended = { enterpriseId: one.enterpriseId, outcome: 'completed', absence } as const;
      await recordEnded(context, { intake, programme }, [ended]);
    } else {
      await recordSupport(context, [
        {
          enterpriseId: one.enterpriseId,
          kind: 'facilitation',
          topic,
          title: one.title,
          provider: await getOfficeName(trx, officeCode),
          startedOn: plainDateInWib(one.openedAt.getTime()),
          endedOn: today,
          outcome: 'completed',
          value: null,
          sourceKind: 'officer',
          sourceId: null,
        },
      ]);
    }
    await context.audit({
      action: 'case.finished',
      subject: { kind: 'facilitation_case', id: caseId },
      details: { enterpriseId: enterprise.enterpriseId, kind, evidenceId: added.value.evidenceId },
    });
    return done({ evidenceId: added.value.evidenceId, enterpriseId: enterprise.enterpriseId });
  },
});
