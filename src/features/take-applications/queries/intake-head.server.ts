import { isId } from '#kernel/id.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { findIntake, findProgramme, type IntakeRow } from '../../plan-programme/index.server.ts';
import { searchRegister } from '../../register-enterprise/index.server.ts';
import type { IntakeHead } from '../rules/applicants-view.ts';
import { applicationWindow, mayWithdrawIn } from '../rules/application-window.ts';

export type FoundIntake = { row: IntakeRow; head: IntakeHead };

/** Null where there is none. */
export async function intakeHead(
  { trx, officeCode, now }: Pick<QueryContext, 'trx' | 'officeCode' | 'now'>,
  intakeId: string,
): Promise<FoundIntake | null> {
  const row = isId(intakeId) ? await findIntake(trx, officeCode, intakeId) : null;
  if (!row) return null;
  const { programmeId, name, code, status } = row;
  const programme = (await findProgramme(trx, officeCode, programmeId))?.name ?? '';
  const window = applicationWindow(row, now.getTime());
  const mayWithdraw = mayWithdrawIn(status);
  return { row, head: { intakeId, programmeId, programme, name, code, officeCode, window, mayWithdraw } };
}

/** Enterprises within the person's areas and groups; null: of the whole office. */
export async function withinReach(context: QueryContext): Promise<Set<string> | null> {
  if (context.scopes.some(({ kind }) => kind === 'office')) return null;
  const all = { text: '', filter: {}, offset: 0, limit: Number.MAX_SAFE_INTEGER };
  return new Set((await searchRegister(context, all)).enterpriseIds);
}
