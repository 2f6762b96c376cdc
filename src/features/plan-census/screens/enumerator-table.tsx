import { Form } from 'react-router';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { peopleMessages } from '../messages/people-messages.ts';
import type { Enumerator, PeopleView } from '../rules/people-view.ts';
import { MemberSettings } from './member-settings.tsx';

type Props = { people: PeopleView; changes: boolean };

/** Enumerators with what they have and what came in; the idle ones can be relieved with one gesture. */
export function EnumeratorTable({ people, changes }: Props) {
  const locale = useLocale();
  const t = messagesFor(peopleMessages, locale);
  const count = (value: number) => formatNumber(value, locale);
  return (
    <DataTable
      caption={t.enumerators}
      columns={[
        {
          key: 'name',
          header: t.name,
          cell: (one) => (
            <>
              {one.name}
              <span className="row-note">
                {one.homeVillages.length === 0
                  ? t.anywhere
                  : one.homeVillages.map(({ name }) => name).join(', ')}
              </span>
            </>
          ),
        },
        {
          key: 'load',
          header: t.load,
          cell: (one) =>
            one.handed === 0 ? t.noRows : t.loadText({ left: count(one.left), handed: count(one.handed) }),
        },
        { key: 'done', header: t.done, align: 'end', cell: (one) => count(one.done) },
        { key: 'last', header: t.last, cell: (one) => <LastSeen one={one} /> },
        {
          key: 'supervisor',
          header: t.supervisor,
          cell: (one) => (one.checksOwn ? t.checksOwn : (one.supervisor ?? t.noSupervisor)),
        },
        ...(changes
          ? [
              {
                key: 'do',
                header: t.set,
                cell: (one: Enumerator) => (
                  <div className="person-deeds">
                    {one.left > 0 && people.enumerators.length > 1 && (
                      <Form method="post" preventScrollReset>
                        <input type="hidden" name="userId" value={one.userId} />
                        <Button name="intent" value="share_out" look={one.idle ? 'secondary' : 'quiet'}>
                          {t.shareOut({ count: count(one.left) })}
                        </Button>
                      </Form>
                    )}
                    <MemberSettings one={one} people={people} />
                  </div>
                ),
              },
            ]
          : []),
      ]}
      rows={people.enumerators}
      rowId={(one) => one.userId}
    />
  );
}

function LastSeen({ one }: { one: Enumerator }) {
  const locale = useLocale();
  const t = messagesFor(peopleMessages, locale);
  return (
    <span>
      {one.lastVisitedOn === null ? t.never : formatDate(one.lastVisitedOn, locale)}{' '}
      {one.idle && <StatusBadge tone="wait">{t.idle}</StatusBadge>}
    </span>
  );
}
