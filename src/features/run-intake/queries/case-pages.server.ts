import { isOfWholeOffice } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { isId } from '#kernel/id.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { findIntake } from '../../plan-programme/index.server.ts';
import { canonicalIds, listWithOwners, standingWithinReach } from '../../register-enterprise/index.server.ts';
import { type CaseWithSteps, listCases } from '../case-store.server.ts';
import { caseWithinReach } from '../commands/case-within-reach.server.ts';
import { byUrgency, caseProgress, daysLate } from '../rules/case.ts';
import { type CaseKind, caseTemplate } from '../rules/case-templates.ts';
import type { CaseFilter, CaseLine, CaseQueue, CaseView } from '../rules/case-view.ts';

/** Cases within the person's reach, narrowed; the latest first. An intake that does not exist narrows to nothing. */
export async function caseQueue(
  context: QueryContext,
  asked: { show: CaseFilter; kind: CaseKind | null; intakeId: string | null },
): Promise<CaseQueue> {
  const { trx, officeCode, now } = context;
  const today = plainDateInWib(now.getTime());
  const { show, kind, intakeId } = asked;
  const intake = intakeId !== null && isId(intakeId) ? await findIntake(trx, officeCode, intakeId) : null;
  const found =
    intakeId !== null && !intake
      ? []
      : await listCases(trx, officeCode, intake ? { intakeId: intake.intakeId } : {});
  const cases = await withinReach(
    context,
    found.filter((one) => kind === null || one.kind === kind),
  );
  const standing = await canonicalIds(
    trx,
    officeCode,
    cases.map(({ enterpriseId }) => enterpriseId),
  );
  const names = await listWithOwners(trx, officeCode, { enterpriseIds: [...new Set(standing.values())] });
  const enterprises = new Map(names.map((one) => [one.enterpriseId, one]));
  const lines = cases.map((one): CaseLine => {
    const enterprise = enterprises.get(standing.get(one.enterpriseId) ?? one.enterpriseId);
    const { done, of, next, late } = caseProgress(one.steps, today);
    const isOpen = one.status === 'open';
    return {
      caseId: one.caseId,
      enterprise: enterprise?.name ?? one.title,
      village: enterprise?.villageName ?? null,
      kind: one.kind,
      status: one.status,
      done,
      of,
      next: isOpen ? (next?.name ?? null) : null,
      nextDue: isOpen ? (next?.dueOn ?? null) : null,
      late: isOpen ? late : 0,
    };
  });
  const isShown: Record<CaseFilter, (line: CaseLine) => boolean> = {
    open: ({ status }) => status === 'open',
    late: ({ late }) => late > 0,
    done: ({ status }) => status === 'done',
    stopped: ({ status }) => status === 'stopped',
  };
  const count = (filter: CaseFilter) => lines.filter(isShown[filter]).length;
  return {
    show,
    lines: lines.filter(isShown[show]).sort(byUrgency),
    counts: { open: count('open'), late: count('late'), done: count('done'), stopped: count('stopped') },
    intake: intake && { intakeId: intake.intakeId, name: intake.name },
  };
}

async function withinReach(context: QueryContext, cases: CaseWithSteps[]): Promise<CaseWithSteps[]> {
  if (isOfWholeOffice(context)) return cases;
  const reached: CaseWithSteps[] = [];
  for (const one of cases) if (await standingWithinReach(context, one.enterpriseId)) reached.push(one);
  return reached;
}

/** One case; null where there is none within reach. */
export async function casePage(context: QueryContext, caseId: string): Promise<CaseView | null> {
  const { trx, officeCode, now } = context;
  const found = isId(caseId) ? await caseWithinReach(context, caseId) : null;
  if (!found) return null;
  const { case: one, enterprise } = found;
  const today = plainDateInWib(now.getTime());
  const intake = one.intakeId ? await findIntake(trx, officeCode, one.intakeId) : null;
  const isOpen = one.status === 'open';
  return {
    caseId,
    title: one.title,
    kind: one.kind,
    status: one.status,
    stoppedReason: one.stoppedReason,
    enterprise,
    intake: intake && { intakeId: intake.intakeId, name: intake.name },
    openedOn: plainDateInWib(one.openedAt.getTime()),
    openedBy: one.openedBy,
    closedOn: one.closedAt && plainDateInWib(one.closedAt.getTime()),
    closedBy: one.closedBy,
    late: isOpen ? caseProgress(one.steps, today).late : 0,
    steps: one.steps.map((step) => ({ ...step, late: isOpen ? daysLate(step, today) : 0 })),
    evidence: caseTemplate(one.kind).evidence,
    today,
  };
}
