import { messagesFor } from '#kernel/language.ts';
import { DataTable } from '#ui/data-table.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { useLocale } from '#ui/use-locale.ts';
import { roundMessages } from '../messages/round-messages.ts';
import type { RoundView } from '../rules/round-view.ts';

/** How far the round is in each village; those of no known village last. */
export function VillageTable({ round }: { round: RoundView }) {
  const locale = useLocale();
  const t = messagesFor(roundMessages, locale);
  const count = (value: number) => formatNumber(value, locale);
  return (
    <div className="card flush">
      <div className="card-head">
        <h2>{t.byVillage}</h2>
      </div>
      <DataTable
        caption={t.byVillage}
        columns={[
          {
            key: 'village',
            header: t.village,
            cell: (line) => (
              <>
                {line.village ?? t.noVillage}
                {line.district && <span className="row-note">{line.district}</span>}
              </>
            ),
          },
          {
            key: 'listed',
            header: t.listed,
            align: 'end',
            cell: (line) => (
              <>
                {count(line.listed)}
                {line.target !== null && (
                  <span className="row-note">{t.targetNote({ count: count(line.target) })}</span>
                )}
              </>
            ),
          },
          { key: 'sample', header: t.shortSample, align: 'end', cell: (line) => count(line.sample) },
          {
            key: 'rt',
            header: t.shortRt,
            align: 'end',
            wideOnly: true,
            cell: (line) => count(line.rtInformed),
          },
          { key: 'handed', header: t.handed, align: 'end', cell: (line) => count(line.listed - line.open) },
          {
            key: 'tried',
            header: t.shortTried,
            align: 'end',
            wideOnly: true,
            cell: (line) => count(line.tried),
          },
          { key: 'submitted', header: t.shortSubmitted, align: 'end', cell: (line) => count(line.submitted) },
          { key: 'approved', header: t.approved, align: 'end', cell: (line) => count(line.approved) },
        ]}
        rows={round.villages}
        rowId={(line) => line.villageCode ?? 'x'}
        rowHref={(line) => `/pendataan/${round.roundId}/baris?wilayah=${line.villageCode ?? 'x'}`}
      />
    </div>
  );
}
