import type { PlainDate } from '#kernel/calendar.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { type BudgetLineRow, listCeilings } from '../budget-store.server.ts';
import { sumByLine } from '../commitment-store.server.ts';
import { ceilingOn, dayForYear, figuresOf, type LineFigures } from '../rules/budget.ts';
import type { LineView } from '../rules/programme-view.ts';

/** Lines with their money as of a day. */
export async function lineViews(
  { trx, officeCode }: Pick<QueryContext, 'trx' | 'officeCode'>,
  lines: readonly BudgetLineRow[],
  today: PlainDate,
): Promise<LineView[]> {
  const ids = lines.map(({ budgetLineId }) => budgetLineId);
  const sums = await sumByLine(trx, officeCode, ids);
  const ceilings = Map.groupBy(await listCeilings(trx, officeCode, ids), ({ budgetLineId }) => budgetLineId);
  return lines.map(({ createdAt: _made, ...line }) => {
    const inForce = ceilingOn(ceilings.get(line.budgetLineId) ?? [], dayForYear(line.fiscalYear, today));
    return {
      ...line,
      ...figuresOf(inForce?.amount ?? 0, sums.get(line.budgetLineId) ?? { committed: 0, spent: 0 }),
      inForce: inForce && { effectiveOn: inForce.effectiveOn, documentNumber: inForce.documentNumber },
    };
  });
}

/** All lines together; what is left of one does not cover the excess of another. */
export function sumOf(lines: readonly LineFigures[]): LineFigures {
  const sum = (name: keyof LineFigures) => lines.reduce((total, line) => total + line[name], 0);
  return {
    ceiling: sum('ceiling'),
    committed: sum('committed'),
    spent: sum('spent'),
    left: sum('left'),
    over: sum('over'),
  };
}
