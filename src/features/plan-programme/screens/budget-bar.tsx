import type { LineFigures } from '../rules/budget.ts';

/**
 * Ceiling, committed and spent of one line, drawn by the server. The numbers stand beside it in words and below in a table,
 * so it is hidden from screen readers.
 */
export function BudgetBar({
  ceiling,
  committed,
  spent,
}: Pick<LineFigures, 'ceiling' | 'committed' | 'spent'>) {
  const most = Math.max(1, ceiling, committed);
  const percent = (value: number) => `${(value / most) * 100}%`;
  return (
    <svg className="budget-bar" aria-hidden="true" width="100%" height="14">
      <rect className="committed" width={percent(Math.min(committed, ceiling))} height="14" rx="4" />
      {committed > ceiling && (
        <rect className="over" x={percent(ceiling)} width={percent(committed - ceiling)} height="14" rx="4" />
      )}
      <rect className="spent" y="4" width={percent(spent)} height="6" rx="3" />
    </svg>
  );
}
