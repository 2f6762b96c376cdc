import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { formatNumber } from '#ui/format-number.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PrintButton } from '#ui/print-button.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { listMessages } from '../messages/list-messages.ts';
import { wordFor } from '../rules/register-words.ts';
import { type Sector, sectorLabel } from '../rules/sectors.ts';
import type { EnterpriseRow } from './enterprise-table.tsx';
import { placeLine } from './place-line.ts';
import { RegisterCount, type RegisterCountProps } from './register-count.tsx';
import './register.css';
import './paper.css';

type Props = {
  rows: readonly (EnterpriseRow & { nib: string | null })[];
  count: RegisterCountProps;
  sentence: string;
  query: string;
  officeName: string;
  by: string;
};

/** The list on paper: numbered, masked, with day, source and who printed it. */
export function EnterprisePrintScreen({ rows, count, sentence, query, officeName, by }: Props) {
  const locale = useLocale();
  const t = messagesFor(listMessages, locale);
  return (
    <div className="stack paper">
      <title>{`${t.printTitle} · Gawangan`}</title>
      <PageHeader
        title={t.printTitle}
        lead={officeName}
        back={{ to: `/usaha${query}`, label: t.back }}
        action={<PrintButton />}
      />
      <p>{sentence}</p>
      <RegisterCount {...count} similar={0} />
      {rows.length < count.enterprises && (
        <Notice tone="wait">
          {t.printCut({
            limit: formatNumber(rows.length, locale),
            total: formatNumber(count.enterprises, locale),
          })}
        </Notice>
      )}
      <div className="paper-scroll">
        <table className="paper-table">
          <caption className="hidden">{t.printTitle}</caption>
          <thead>
            <tr>
              <th scope="col" className="end">
                {t.number}
              </th>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.owner}</th>
              <th scope="col">{t.what}</th>
              <th scope="col">{t.place}</th>
              <th scope="col">{t.phone}</th>
              <th scope="col">{t.status}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={row.enterpriseId}>
                <td className="end">{formatNumber(at + 1, locale)}</td>
                <td>
                  {row.name}
                  {row.nib && <span className="row-note">NIB {row.nib}</span>}
                </td>
                <td>{row.ownerName}</td>
                <td>{sectorLabel(row.sector as Sector, locale)}</td>
                <td>{placeLine(row)}</td>
                <td className="nowrap">{row.phoneHint}</td>
                <td>
                  {wordFor('standing', row.standing, locale)}
                  {row.operation !== 'unknown' && (
                    <span className="row-note">{wordFor('operation', row.operation, locale)}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="soft small">
        {t.masked} {t.printed({ at: formatInstant(count.asOf, locale), by })}
      </p>
    </div>
  );
}
