import { formatDate, plainDateInWib } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconClipboardList, IconPrinter } from '#ui/icons.ts';
import { useLocale } from '#ui/use-locale.ts';
import { rtWords } from '../messages/place-words.ts';
import { sheetMessages } from '../messages/sheet-messages.ts';
import { type SheetLineOfVillage, sheetQuery } from '../rules/sheet-view.ts';
import { RoundFrame, type RoundHead } from './round-frame.tsx';

type Village = { code: string; name: string; district: string; names: number; told: number };
type Props = {
  round: RoundHead;
  villages: readonly Village[];
  sheets: readonly SheetLineOfVillage[];
  chosen: string | null;
  mayKey: boolean;
  /** Of the whole round, not only of its sheets. */
  seesRound: boolean;
};

/** Village by village, then RT by RT: print the sheet, key what came back. */
export function SheetsScreen({ round, villages, sheets, chosen, mayKey, seesRound }: Props) {
  const locale = useLocale();
  const t = messagesFor(sheetMessages, locale);
  const base = `/pendataan/${round.roundId}/lembar`;
  const count = (value: number) => formatNumber(value, locale);
  const village = villages.find(({ code }) => code === chosen);
  return (
    <RoundFrame round={round} title={t.title} lead={t.lead} parts={seesRound}>
      {villages.length === 0 && (
        <EmptyState icon={IconClipboardList} title={t.emptyTitle}>
          {t.emptyText}
        </EmptyState>
      )}
      {village && (
        <section className="card flush">
          <div className="card-head">
            <h2>{t.ofVillage({ village: village.name })}</h2>
            <ButtonLink to={`${base}/cetak?wilayah=${village.code}`} look="secondary" icon={IconPrinter}>
              {t.printAll}
            </ButtonLink>
          </div>
          <DataTable
            caption={t.ofVillage({ village: village.name })}
            columns={[
              { key: 'rt', header: 'RT', cell: (sheet) => rtWords(sheet, locale) },
              {
                key: 'told',
                header: t.told,
                cell: (sheet) => t.toldOf({ told: count(sheet.told), names: count(sheet.names) }),
              },
              { key: 'keyed', header: t.informant, cell: (sheet) => <Keyed sheet={sheet} /> },
              {
                key: 'do',
                header: t.actions,
                cell: (sheet) => {
                  const query = sheetQuery({ villageCode: village.code, rw: sheet.rw, rt: sheet.rt });
                  return (
                    <span className="row">
                      {mayKey && round.status === 'running' && (
                        <ButtonLink to={`${base}/isi?${query}`} look="secondary">
                          {sheet.keyedAt === null ? t.key : t.keyAgain}
                        </ButtonLink>
                      )}
                      <ButtonLink to={`${base}/cetak?${query}&satu=1`} look="quiet">
                        {t.print}
                      </ButtonLink>
                    </span>
                  );
                },
              },
            ]}
            rows={sheets}
            rowId={(sheet) => `${sheet.rw}/${sheet.rt}`}
          />
        </section>
      )}
      {villages.length > 0 && (
        <section className="card flush">
          <div className="card-head">
            <h2>{t.allVillages}</h2>
          </div>
          <DataTable
            caption={t.allVillages}
            columns={[
              {
                key: 'village',
                header: t.village,
                cell: (one) => (
                  <>
                    {one.name}
                    <span className="row-note">{one.district}</span>
                  </>
                ),
              },
              { key: 'names', header: t.names, align: 'end', cell: (one) => count(one.names) },
              { key: 'told', header: t.told, align: 'end', cell: (one) => count(one.told) },
            ]}
            rows={villages}
            rowId={(one) => one.code}
            rowHref={(one) => `${base}?wilayah=${one.code}`}
          />
        </section>
      )}
    </RoundFrame>
  );
}

function Keyed({ sheet }: { sheet: SheetLineOfVillage }) {
  const locale = useLocale();
  const t = messagesFor(sheetMessages, locale);
  if (sheet.keyedAt === null) return <span className="soft">{t.notKeyed}</span>;
  const day = formatDate(plainDateInWib(Date.parse(sheet.keyedAt)), locale);
  return <>{sheet.informant ? t.from({ informant: sheet.informant, day }) : t.keyedOn({ day })}</>;
}
