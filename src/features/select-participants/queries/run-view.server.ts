import type { Trx } from '#platform/db/connect.server.ts';
import type { Clash } from '#selection/clash.ts';
import { scoreOf } from '#selection/score.ts';
import { readSelectionFile, type SelectionFile } from '#selection/selection-file.ts';
import { listWithOwners } from '../../register-enterprise/index.server.ts';
import type { RunView, SeatLine } from '../rules/selection-view.ts';
import { shareCounts } from '../rules/share-counts.ts';
import type { WhatIf } from '../rules/what-if.ts';
import type { RunRow } from '../selection-store.server.ts';

/** The selection file of a run; null where no list was found. */
export function fileOf(run: { runId: string; fileText: string | null }): SelectionFile | null {
  if (run.fileText === null) return null;
  const { file, where } = readSelectionFile(run.fileText);
  if (!file) throw new Error(`the file of run ${run.runId} is damaged (${where})`);
  return file;
}

export function runView(run: RunRow & { fileText: string | null }): RunView {
  const file = fileOf(run);
  const { runId, kind, seed, ranAt, ranBy, outcome, applicants, seats, total, way, proof } = run;
  return {
    ...{ runId, kind, seed, ranAt, ranBy, outcome, applicants, seats, total, way, proof },
    gap: file?.selection.certificate.gap ?? null,
    clashes: outcome === 'clash' ? (run.clashes as Clash[]) : [],
    counts: file ? shareCounts(file.problem, file.selection.seats) : [],
    whatIf: run.whatIf as WhatIf | null,
  };
}

/** Enterprises with the points they have in a file, the highest first. */
export async function seatLines(
  trx: Trx,
  office: string,
  { problem }: SelectionFile,
  seats: readonly { candidate: string; intake: string }[],
  intakeNames: ReadonlyMap<string, string>,
): Promise<SeatLine[]> {
  const enterpriseIds = seats.map(({ candidate }) => candidate);
  const known = new Map(
    (await listWithOwners(trx, office, { enterpriseIds })).map((one) => [one.enterpriseId, one]),
  );
  const values = new Map(problem.candidates.map((one) => [one.id, one.values]));
  return seats
    .map(({ candidate, intake }) => ({
      enterpriseId: candidate,
      name: known.get(candidate)?.name ?? '',
      village: known.get(candidate)?.villageName ?? null,
      intake: intakeNames.get(intake) ?? '',
      score: scoreOf(problem.criteria, values.get(candidate) ?? {}).score,
    }))
    .sort((a, b) => b.score - a.score || a.name.localeCompare(b.name, 'id'));
}
