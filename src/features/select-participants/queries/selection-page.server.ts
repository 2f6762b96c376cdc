import { isOfWholeOffice } from '#kernel/actor.ts';
import { isId } from '#kernel/id.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { hasConditions, rubricsInUse } from '../../judge-eligibility/index.server.ts';
import { findProgramme, moneyForIntakes } from '../../plan-programme/index.server.ts';
import { listApplications } from '../../take-applications/index.server.ts';
import { hindranceToLock, hindranceToRun } from '../rules/selection-steps.ts';
import type { IntakeOfSelection, SelectionView } from '../rules/selection-view.ts';
import { findRun, findSelection, listRuns, type SelectionRow } from '../selection-store.server.ts';
import { fileOf, runView, seatLines } from './run-view.server.ts';
import { intakesOf } from './selection-facts.server.ts';
import { taskOf } from './task-of.server.ts';

/** A selection that may be looked at; null where there is none, or the person's scope is not the whole office. */
export async function selectionInReach(
  context: Pick<QueryContext, 'trx' | 'officeCode' | 'scopes'>,
  selectionId: string,
): Promise<SelectionRow | null> {
  if (!isId(selectionId) || !isOfWholeOffice(context)) return null;
  return findSelection(context.trx, context.officeCode, selectionId);
}

/** Names shown of a trial on the page of the selection. */
const SHOWN = 10;

/** One selection with what it waits for; null where there is none. */
export async function selectionPage(
  context: QueryContext,
  selectionId: string,
): Promise<SelectionView | null> {
  const { trx, officeCode, now } = context;
  const selection = await selectionInReach(context, selectionId);
  if (!selection) return null;
  const rows = await intakesOf(context, selectionId);
  const programmeId = rows[0]?.programmeId ?? '';
  const programme = await findProgramme(trx, officeCode, programmeId);
  const lines = new Map((await moneyForIntakes(context, rows)).map((one) => [one.budgetLineId, one.name]));
  const intakes: IntakeOfSelection[] = [];
  for (const {
    intakeId,
    name,
    code,
    status,
    seats,
    costPerSeat,
    applicationsCloseAt,
    budgetLineId,
  } of rows) {
    const applied = await listApplications(trx, officeCode, intakeId);
    intakes.push({
      ...{ intakeId, name, code, status, seats, costPerSeat, applicationsCloseAt },
      line: budgetLineId === null ? null : (lines.get(budgetLineId) ?? null),
      applicants: applied.filter((one) => one.status === 'received').length,
    });
  }
  const runs = await listRuns(trx, officeCode, selectionId);
  const viewOf = async (runId: string | undefined) => {
    const run = runId === undefined ? null : await findRun(trx, officeCode, selectionId, { runId });
    return run && { ...runView(run), file: fileOf(run) };
  };
  const trial = await viewOf(runs.find(({ kind, whatIf }) => kind === 'trial' && whatIf === null)?.runId);
  const official = await viewOf(
    runs.find(({ kind, outcome }) => kind === 'official' && outcome === 'selected')?.runId,
  );
  const failed = official
    ? null
    : await viewOf(runs.find(({ kind, outcome }) => kind === 'official' && outcome !== 'selected')?.runId);
  const names = new Map(intakes.map(({ intakeId, name }) => [intakeId, name]));
  const seated = trial?.file
    ? await seatLines(trx, officeCode, trial.file, trial.file.selection.seats, names)
    : [];
  const moment = { status: selection.status, intakes, now };
  const { name, status, revision, plan, seed, seedSource, lockedAt, lockedBy } = selection;
  return {
    ...{ selectionId, name, status, revision, plan, seed, seedSource, lockedAt, lockedBy },
    ...{ programmeId, officeCode, intakes },
    programme: programme?.name ?? '',
    lockHindrance: hindranceToLock(moment),
    runHindrance: hindranceToRun(moment),
    hasConditions: await hasConditions(context, programmeId),
    rubrics: (await rubricsInUse(trx, officeCode)).map(({ rubricId, name: of }) => ({ rubricId, name: of })),
    trial: trial && { ...withoutFile(trial), seated: seated.slice(0, SHOWN) },
    official: official && withoutFile(official),
    failed: failed && withoutFile(failed),
    task: await taskOf(trx, officeCode, selectionId, now),
  };
}

function withoutFile<Run extends { file: unknown }>({ file: _, ...run }: Run): Omit<Run, 'file'> {
  return run;
}
