import { plainDateInWib } from '#kernel/calendar.ts';
import type { Rupiah } from '#kernel/money.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { findLine } from '../budget-store.server.ts';
import { findCommitmentOf } from '../commitment-store.server.ts';
import type { IntakeRow } from '../intake-store.server.ts';
import { takenBy } from '../rules/budget.ts';
import { lineViews } from './line-figures.server.ts';

/** @property free rupiah that the intakes may use: what the line still allows, and what is promised to them already */
export type MoneyForIntakes = { budgetLineId: string; code: string; name: string; free: Rupiah };

/** The lines that these intakes are paid from, with what is there for them today; by the line's code. */
export async function moneyForIntakes(
  { trx, officeCode, now }: Pick<QueryContext, 'trx' | 'officeCode' | 'now'>,
  intakes: readonly IntakeRow[],
): Promise<MoneyForIntakes[]> {
  const today = plainDateInWib(now.getTime());
  const money: MoneyForIntakes[] = [];
  for (const [lineId, paid] of Map.groupBy(intakes, ({ budgetLineId }) => budgetLineId)) {
    const row = lineId === null ? null : await findLine(trx, officeCode, lineId);
    const [line] = row ? await lineViews({ trx, officeCode }, [row], today) : [];
    if (!line) continue;
    let promised = 0;
    for (const { intakeId } of paid) {
      const commitment = await findCommitmentOf(trx, officeCode, intakeId);
      if (commitment?.budgetLineId === lineId) promised += takenBy(commitment);
    }
    const { budgetLineId, code, name, ceiling, committed } = line;
    money.push({ budgetLineId, code, name, free: Math.max(0, ceiling - committed + promised) });
  }
  return money.sort((a, b) => (a.code < b.code ? -1 : 1));
}
