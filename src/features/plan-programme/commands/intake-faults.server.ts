import type { FieldRefusal } from '#kernel/refusal.ts';
import type { CommandContext } from '#platform/command.server.ts';
import { findLine } from '../budget-store.server.ts';
import { findPartner } from '../partner-store.server.ts';
import { listStages } from '../programme-store.server.ts';

type Given = {
  stage: number;
  startsOn: string;
  partnerId?: string | undefined;
  budgetLineId?: string | undefined;
};

/** The stage must be one of the programme's, partner and budget line the office's own, the line of the year it begins in. */
export async function intakeFaults(
  { trx, officeCode }: CommandContext,
  programmeId: string,
  { stage, startsOn, partnerId, budgetLineId }: Given,
): Promise<FieldRefusal[]> {
  const faults: FieldRefusal[] = [];
  const stages = await listStages(trx, officeCode, programmeId);
  const known = stages.length === 0 ? [1] : stages.map((one) => one.stage);
  if (!known.includes(stage)) faults.push({ path: 'stage', code: 'not_a_choice' });
  if (partnerId && !(await findPartner(trx, officeCode, partnerId)))
    faults.push({ path: 'partnerId', code: 'not_a_choice' });
  if (budgetLineId) {
    const line = await findLine(trx, officeCode, budgetLineId);
    if (!line) faults.push({ path: 'budgetLineId', code: 'not_a_choice' });
    else if (String(line.fiscalYear) !== startsOn.slice(0, 4))
      faults.push({ path: 'budgetLineId', code: 'other_year' });
  }
  return faults;
}
