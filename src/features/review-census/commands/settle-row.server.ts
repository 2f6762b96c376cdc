import type { CommandContext } from '#platform/command.server.ts';
import { findFrameRow, updateReviewed } from '../../plan-census/index.server.ts';
import { listSubmissionsOfRow } from '../../survey-field/index.server.ts';
import { rowStanding } from '../rules/row-standing.ts';
import { visitedOn } from './open-submission.server.ts';

type Step = Parameters<typeof updateReviewed>[3]['status'];

/** Nothing that a review would take back has happened to such a row. */
const untouched = new Set(['open', 'assigned', 'tried']);

/** Brings a row in line with its answers, after each decision on one of them. The caller holds the row. */
export async function settleRow({ trx, officeCode }: CommandContext, rowId: string | null): Promise<void> {
  const row = rowId === null ? null : await findFrameRow(trx, officeCode, rowId);
  if (!row) return;
  const answers = await listSubmissionsOfRow(trx, officeCode, row.rowId);
  const { status, answer } = rowStanding(
    answers.map((one) => ({ ...one, isSecondLook: one.recheckOf !== null })),
  );
  if (status === 'free' && untouched.has(row.status)) return;
  const free: Step = row.assignedTo === null ? 'open' : 'assigned';
  const says = {
    verdict: answer?.verdict ?? null,
    visitedOn: answer && answer.verdict !== null ? visitedOn(answer) : null,
  };
  for (const step of stepsTo(row.status, status === 'free' ? free : status))
    await updateReviewed(trx, officeCode, row.rowId, { status: step, ...says });
}

/** A row knows few ways from one status to another; by way of *submitted* it comes everywhere. */
function stepsTo(from: string, to: Step): Step[] {
  if (from === to) return [to];
  const way: Step[] = to === 'contested' ? ['submitted', 'approved', to] : ['submitted', to];
  return way.slice(way.indexOf(from as Step) + 1);
}
