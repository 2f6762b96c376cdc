import { messagesFor } from '#kernel/language.ts';
import { formatNumber } from '#ui/format-number.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { PrintButton } from '#ui/print-button.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { rtWords } from '../messages/place-words.ts';
import { rtWordNames, sheetMessages } from '../messages/sheet-messages.ts';
import type { SheetView } from '../rules/sheet-view.ts';
import { rtWords as words } from '../rules/visit-order.ts';
import type { RoundHead } from './round-frame.tsx';
import './sheet.css';

type Props = { round: RoundHead; sheets: readonly SheetView[]; officeName: string };

/** Sheets for paper, each RT on pages of its own: names in row order, four columns to tick, room to sign. */
export function SheetPrintScreen({ round, sheets, officeName }: Props) {
  const locale = useLocale();
  const t = messagesFor(sheetMessages, locale);
  const back = sheets[0] ? `?wilayah=${sheets[0].villageCode}` : '';
  return (
    <div className="stack sheet-paper">
      <title>{`${t.paperTitle} · Gawangan`}</title>
      <div className="on-screen">
        <PageHeader
          back={{ to: `/pendataan/${round.roundId}/lembar${back}`, label: t.title }}
          title={t.paperTitle}
          lead={round.name}
          action={sheets.length > 0 && <PrintButton />}
        />
      </div>
      {sheets.length === 0 && <p>{t.nobody}</p>}
      {sheets.map((sheet) => (
        <article className="card rt-sheet" key={`${sheet.rw}/${sheet.rt}`}>
          <header>
            <h2>
              {t.paperTitle}: {rtWords(sheet, locale)}, {sheet.village}
            </h2>
            <p className="small">
              {officeName} · {round.name} ·{' '}
              {t.totalNames({ count: formatNumber(sheet.lines.length, locale) })}
            </p>
            <p className="small">{t.paperLead}</p>
          </header>
          <div className="sheet-scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">{t.number}</th>
                  <th scope="col">{t.owner}</th>
                  {words.map((word) => (
                    <th scope="col" key={word} className="tick-column">
                      {messagesFor(rtWordNames, locale)[word]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {sheet.lines.map(({ rowId, place, owner, name, told }) => (
                  <tr key={rowId}>
                    <td className="end">{place}</td>
                    <td>
                      {owner ?? name}
                      {owner && <span className="row-note">{name}</span>}
                    </td>
                    {words.map((word) => (
                      <td key={word} className="tick-column">
                        <span className="tick-box">{told === word ? '✓' : ''}</span>
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <footer>
            <p>{t.missing}:</p>
            <div className="write-line" />
            <div className="write-line" />
            <div className="sign-row">
              <span>
                {t.told_}: {sheet.informant || '________________'}
              </span>
              <span>{t.day}: ________________</span>
              <span>{t.signature}:</span>
            </div>
          </footer>
        </article>
      ))}
    </div>
  );
}
