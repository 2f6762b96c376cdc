import type { Trx } from '#platform/db/connect.server.ts';
import { readSelectionFile, type SelectionFile } from '#selection/selection-file.ts';
import type { SelectionPlan } from '../rules/selection-plan.ts';
import {
  findRun,
  findSelection,
  findSelectionOf,
  listIntakeIds,
  listResults,
  type ResultRow,
  type SelectionRow,
} from '../selection-store.server.ts';

/**
 * The run that decides.
 * @property file the published problem, list and certificate; candidates are standing enterprise ids as of then, intakes
 * and budget lines their ids
 * @property results one for each applicant and intake applied for, those who did not take part among them
 */
export type OfficialRun = {
  runId: string;
  ranAt: Date;
  ranBy: string;
  file: SelectionFile;
  results: ResultRow[];
  plan: SelectionPlan;
  seed: string;
  intakeIds: string[];
};

/** Null before it was run, or where there is no such selection. */
export async function officialRun(
  trx: Trx,
  office: string,
  selectionId: string,
): Promise<OfficialRun | null> {
  const selection = await findSelection(trx, office, selectionId);
  const run = selection && (await findRun(trx, office, selectionId, 'official'));
  if (!selection || !run) return null;
  const { file, where } = readSelectionFile(run.fileText ?? '');
  if (!file) throw new Error(`the file of run ${run.runId} is damaged (${where})`);
  return {
    runId: run.runId,
    ranAt: run.ranAt,
    ranBy: run.ranBy,
    file,
    results: await listResults(trx, office, run.runId),
    plan: selection.plan,
    seed: run.seed,
    intakeIds: await listIntakeIds(trx, office, selectionId),
  };
}

/** The selection that an intake belongs to; null where none was begun, or it was dropped. */
export function selectionOf(trx: Trx, office: string, intakeId: string): Promise<SelectionRow | null> {
  return findSelectionOf(trx, office, intakeId);
}
