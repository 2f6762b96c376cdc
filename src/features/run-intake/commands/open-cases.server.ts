import { isOfWholeOffice } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { findIntake } from '../../plan-programme/index.server.ts';
import { canonicalIds, listWithOwners } from '../../register-enterprise/index.server.ts';
import { holdsSeat, listParticipants } from '../../select-participants/index.server.ts';
import { insertCases, listCases } from '../case-store.server.ts';
import { openCasesInput } from '../input.ts';
import { runPermissions } from '../permissions.ts';
import { caseTemplate, stepsFrom } from '../rules/case-templates.ts';

/**
 * "Buka kasus untuk semua peserta": one case of this kind for everybody who holds a seat and has none yet. Clicked again after
 * somebody moved up from the waiting list it opens only theirs.
 */
export const openCases = defineCommand({
  name: 'case.open_for_intake',
  permission: runPermissions['intake.run'],
  input: openCasesInput,
  async run(context, { intakeId, kind, title }) {
    const { trx, officeCode, now, actor, newId } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const intake = await findIntake(trx, officeCode, intakeId, true);
    if (!intake) return refused('not_found');
    if (intake.status === 'cancelled') return refused('wrong_state');
    const seated = (await listParticipants(trx, officeCode, intakeId)).filter(holdsSeat);
    const known = (await listCases(trx, officeCode, { intakeId })).filter(
      (one) => one.kind === kind && one.status !== 'stopped',
    );
    const standing = await canonicalIds(trx, officeCode, [
      ...new Set([...seated, ...known].map(({ enterpriseId }) => enterpriseId)),
    ]);
    const standsFor = (id: string) => standing.get(id) ?? id;
    const has = new Set(known.map(({ enterpriseId }) => standsFor(enterpriseId)));
    const lacking = new Map(
      seated
        .filter(({ enterpriseId }) => !has.has(standsFor(enterpriseId)))
        .map((one) => [standsFor(one.enterpriseId), one]),
    );
    if (lacking.size === 0) return refused('already_done');
    const names = await listWithOwners(trx, officeCode, { enterpriseIds: [...lacking.keys()] });
    const nameOf = new Map(names.map(({ enterpriseId, name }) => [enterpriseId, name]));
    const today = plainDateInWib(now.getTime());
    const what = title ?? caseTemplate(kind).title;
    const cases = [...lacking].map(([standingId, { participantId, enterpriseId }]) => ({
      caseId: newId(),
      kind,
      title: `${what}: ${nameOf.get(standingId) ?? ''}`.slice(0, 300),
      enterpriseId,
      intakeId,
      participantId,
      status: 'open' as const,
      stoppedReason: null,
      evidenceId: null,
      openedAt: now,
      openedBy: actor.name,
      closedAt: null,
      closedBy: null,
      revision: 1,
      steps: stepsFrom(kind, today).map((step) => ({
        ...step,
        doneOn: null,
        doneBy: null,
        note: null,
        fileId: null,
      })),
    }));
    await insertCases(trx, officeCode, cases);
    await context.audit({
      action: 'case.opened',
      subject: { kind: 'intake', id: intakeId },
      details: { kind, cases: cases.length },
    });
    return done({ opened: cases.length });
  },
});
