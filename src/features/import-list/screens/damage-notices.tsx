import { Notice } from '#ui/notice.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { damageMessage } from '../messages/column-messages.ts';
import type { ColumnDamageReport } from '../rules/damaged-column.ts';
import { wholeColumns } from './whole-columns.ts';

/** Columns that Excel has spoilt: said once for the column, not row by row. */
export function DamageNotices({ damage }: { damage: readonly ColumnDamageReport[] }) {
  const locale = useLocale();
  return wholeColumns(damage).map((report) => {
    const message = damageMessage(report, locale);
    return (
      message && (
        <Notice
          key={`${report.column} ${report.verdict}`}
          tone={report.verdict === 'damaged' ? 'wrong' : 'wait'}
        >
          {message}
        </Notice>
      )
    );
  });
}
