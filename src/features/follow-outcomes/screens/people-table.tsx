import { Link } from 'react-router';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { Card } from '#ui/card.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { outcomeMessages } from '../messages/outcome-messages.ts';
import { sayAnswers } from '../messages/say-answers.ts';
import type { Standing } from '../rules/counting-answer.ts';
import type { PersonLine } from '../rules/outcome-view.ts';
import { StandingBadge } from './standing-badge.tsx';

/** Still to be heard first. */
const order: readonly Standing[] = ['disputed', 'waiting', 'told', 'silent', 'planned', 'confirmed'];

type Props = { title: string; lines: readonly PersonLine[]; mayRecord: boolean };

/** Who was asked, where it stands, and one tap to write down what they tell. */
export function PeopleTable({ title, lines, mayRecord }: Props) {
  const locale = useLocale();
  const t = messagesFor(outcomeMessages, locale);
  const rows = lines.toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
  const isAnyHeard = rows.some(({ answers }) => answers !== null);
  const canBeRecorded = ({ standing }: PersonLine) =>
    mayRecord && (standing === 'waiting' || standing === 'disputed');
  const told: Column<PersonLine> = {
    key: 'told',
    header: t.told,
    cell: ({ answers, answeredOn }) =>
      answers && answeredOn ? (
        <div>
          {sayAnswers(answers, locale)}
          <span className="row-note">{formatDate(answeredOn, locale)}</span>
        </div>
      ) : (
        ''
      ),
  };
  return (
    <Card title={title} flush>
      <DataTable
        caption={title}
        columns={[
          {
            key: 'enterprise',
            header: t.enterprise,
            cell: ({ enterpriseId, name, village }) => (
              <>
                <Link to={`/usaha/${enterpriseId}`}>{name}</Link>
                {village && <span className="row-note">{village}</span>}
              </>
            ),
          },
          {
            key: 'standing',
            header: t.standing,
            cell: ({ standing }) => <StandingBadge standing={standing} />,
          },
          ...(isAnyHeard ? [told] : []),
          {
            key: 'deed',
            header: t.deed,
            cell: (line) => (
              <Link
                className={canBeRecorded(line) ? 'btn secondary nowrap' : 'btn quiet'}
                to={`/pembinaan/kabar/${line.askId}`}
                aria-label={`${canBeRecorded(line) ? t.record : t.see}: ${line.name}`}
              >
                {canBeRecorded(line) ? t.record : t.see}
              </Link>
            ),
          },
        ]}
        rows={rows}
        rowId={({ askId }) => askId}
      />
    </Card>
  );
}
