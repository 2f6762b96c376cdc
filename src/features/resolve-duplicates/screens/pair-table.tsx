// biome-ignore-all lint/a11y/noRedundantRoles: stacked on phones, where browsers would forget that this is a table.
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { Icon } from '#ui/icon.tsx';
import { IconCircleDashed, IconEqual, IconEqualNot, IconTilde } from '#ui/icons.ts';
import { useLocale } from '#ui/use-locale.ts';
import { levelName } from '../messages/evidence-words.ts';
import { fieldNames, reviewMessages, valueWords, verdictNames } from '../messages/review-messages.ts';
import { charDifferences } from '../rules/char-differences.ts';
import { type FieldRow, fieldRows, type Verdict } from '../rules/field-rows.ts';
import type { PairView } from '../rules/pair-view.ts';
import { MarkedText } from './marked-text.tsx';

const verdictIcons: Record<Verdict, typeof IconEqual> = {
  same: IconEqual,
  alike: IconTilde,
  different: IconEqualNot,
  only_left: IconCircleDashed,
  only_right: IconCircleDashed,
};

/** Two records field by field: beside each other, on a phone below each other. */
export function PairTable({ pair, children }: { pair: PairView; children?: ReactNode }) {
  const locale = useLocale();
  const t = messagesFor(reviewMessages, locale);
  return (
    <div className="card flush">
      <table role="table" className="pair-table">
        <caption className="hidden">{t.compared}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              <span className="hidden">{t.field}</span>
            </th>
            {([pair.left, pair.right] as const).map((record, at) => (
              <th key={record.enterpriseId} role="columnheader" scope="col">
                <span className="side-name">
                  <span className="side-letter" aria-hidden="true">
                    {at === 0 ? 'A' : 'B'}
                  </span>
                  {at === 0 ? t.a : t.b}
                </span>
                <Link to={`/usaha/${record.enterpriseId}`} target="_blank" className="small">
                  {t.open}
                </Link>
              </th>
            ))}
            <th role="columnheader" scope="col">
              {t.verdict}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {fieldRows(pair, locale).map((row) => (
            <Row key={row.field} row={row} />
          ))}
        </tbody>
      </table>
      <div className="pair-note">
        {children}
        <p className="soft small">{t.masked}</p>
      </div>
    </div>
  );
}

function Row({ row }: { row: FieldRow }) {
  const locale = useLocale();
  const t = messagesFor(reviewMessages, locale);
  const { field, left, right, verdict, comparison, level, inLetters } = row;
  const words = messagesFor(valueWords, locale);
  const said = (value: string) => words[value] ?? value;
  const compare = inLetters && left !== null && right !== null && verdict !== 'same';
  const marked = compare ? charDifferences(left, right) : null;
  const cell = (value: string | null, side: 'left' | 'right') => (
    <td role="cell" data-side={side === 'left' ? 'A' : 'B'}>
      {value === null ? (
        <span className="soft">{t.none}</span>
      ) : (
        <span className={field === 'nik' || field === 'nib' ? 'mono' : undefined}>
          {marked ? <MarkedText stretches={marked[side]} /> : said(value)}
        </span>
      )}
    </td>
  );
  return (
    <tr role="row" className={verdict === null ? undefined : `verdict-${verdict}`}>
      <th role="rowheader" scope="row">
        {messagesFor(fieldNames, locale)[field]}
      </th>
      {cell(left, 'left')}
      {cell(right, 'right')}
      <td role="cell" className="verdict">
        {verdict !== null && (
          <span>
            <Icon of={verdictIcons[verdict]} size={16} />
            {level === null || comparison === null
              ? messagesFor(verdictNames, locale)[verdict]
              : levelName({ comparison, level }, locale)}
          </span>
        )}
      </td>
    </tr>
  );
}
