import type { QueryContext } from '#platform/command.server.ts';
import { findProgramme } from '../../plan-programme/index.server.ts';
import type { TrialsView } from '../rules/trials-view.ts';
import { findRun, listRuns } from '../selection-store.server.ts';
import { fileOf, runView, seatLines } from './run-view.server.ts';
import { intakesOf } from './selection-facts.server.ts';
import { selectionInReach } from './selection-page.server.ts';
import { taskOf } from './task-of.server.ts';

/** Trials of a selection, the newest first; null where there is no such selection. */
export async function trialsPage(
  context: QueryContext,
  selectionId: string,
  runId: string | null,
): Promise<TrialsView | null> {
  const { trx, officeCode, now } = context;
  const selection = await selectionInReach(context, selectionId);
  if (!selection) return null;
  const rows = await intakesOf(context, selectionId);
  const programmeId = rows[0]?.programmeId ?? '';
  const names = new Map(rows.map(({ intakeId, name }) => [intakeId, name]));
  const runs = await listRuns(trx, officeCode, selectionId);
  const asked = runs.find((run) => run.runId === runId) ?? runs.find(({ kind }) => kind === 'trial');
  const run = asked ? await findRun(trx, officeCode, selectionId, { runId: asked.runId }) : null;
  const file = run && fileOf(run);
  const view = run && runView(run);
  const named = (seats: readonly { candidate: string; intake: string }[]) =>
    file ? seatLines(trx, officeCode, file, seats, names) : Promise.resolve([]);
  return {
    selectionId,
    name: selection.name,
    status: selection.status,
    programmeId,
    programme: (await findProgramme(trx, officeCode, programmeId))?.name ?? '',
    plan: selection.plan,
    intakes: rows.map(({ intakeId, name }) => ({ intakeId, name })),
    runs: runs.map((one) => {
      const { counts: _counts, gap: _gap, ...short } = runView({ ...one, fileText: null });
      return short;
    }),
    shown: view && {
      ...view,
      seated: file ? await named(file.selection.seats) : [],
      gain: await named(view.whatIf?.gain ?? []),
      lose: await named(view.whatIf?.lose ?? []),
    },
    task: await taskOf(trx, officeCode, selectionId, now),
  };
}
