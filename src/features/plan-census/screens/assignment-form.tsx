import { Form, Link } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { CheckboxesField } from '#ui/choice-fields.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { assignmentMessages } from '../messages/assignment-messages.ts';
import type { AssignmentPage } from '../rules/assignment-view.ts';

/** What is asked for, as it stands in the address. `place`: `33.75.01.1001`, with `/RW` and `/RT` where narrower. */
export type Asked = { place: string; list: string; limit: string; userIds: string[] };

type Props = { page: AssignmentPage; asked: Asked; roundId: string };

/** Chooses which rows and which people; it only asks, so it stands in the address. */
export function AssignmentForm({ page, asked, roundId }: Props) {
  const locale = useLocale();
  const t = messagesFor(assignmentMessages, locale);
  const count = (value: number) => formatNumber(value, locale);
  return (
    <Form method="get" className="assignment-form" preventScrollReset>
      <Card title={t.which}>
        <div className="fields">
          <SelectField
            name="tempat"
            label={t.village}
            empty={t.all}
            defaultValue={asked.place}
            options={placeOptions(page, asked.place, t, count)}
          />
          {page.lists.length > 1 && (
            <SelectField
              name="daftar"
              label={t.list}
              empty={t.all}
              defaultValue={asked.list}
              options={page.lists.map(({ sourceListId, name }) => ({ value: sourceListId, label: name }))}
            />
          )}
          <TextField
            name="paling"
            label={t.limit}
            hint={t.limitHint}
            defaultValue={asked.limit}
            inputMode="numeric"
            short
            optional
          />
        </div>
      </Card>
      <Card title={t.toWhom}>
        {page.people.length === 0 ? (
          <p>
            {t.noPeople} <Link to={`/pendataan/${roundId}/petugas`}>{t.addPeople}</Link>
          </p>
        ) : (
          <div className="fields">
            <CheckboxesField
              name="orang"
              label={<span className="hidden">{t.toWhom}</span>}
              defaultValue={
                asked.userIds.length > 0 ? asked.userIds : page.people.map(({ userId }) => userId)
              }
              options={page.people.map(({ userId, name, left, villages }) => ({
                value: userId,
                label: name,
                hint: [
                  t.personLine({ count: count(left) }),
                  villages.length > 0 ? t.knows({ villages: villages.slice(0, 4).join(', ') }) : '',
                ]
                  .filter(Boolean)
                  .join(' · '),
              }))}
            />
            <div>
              <Button look={page.preview ? 'secondary' : 'primary'}>{t.look}</Button>
            </div>
          </div>
        )}
      </Card>
    </Form>
  );
}

/** More places than this make a list that nobody reads and a cheap phone cannot show. */
const mostPlaces = 400;

/**
 * Villages, and inside each its RW and RT, with how many rows nobody has; in a large round RW and RT of the village that
 * was chosen only.
 */
function placeOptions(
  { places }: AssignmentPage,
  chosen: string,
  words: { rw: string; rt: string },
  count: (value: number) => string,
): { value: string; label: string }[] {
  const known = places.filter(({ villageCode }) => villageCode !== null);
  const total = (some: typeof places) => count(some.reduce((sum, { rows }) => sum + rows, 0));
  return [...Map.groupBy(known, ({ villageCode }) => villageCode)].flatMap(([code, inside]) => {
    const village = inside[0]?.village ?? '';
    const all = { value: `${code}`, label: `${village} (${total(inside)})` };
    if (places.length > mostPlaces && !chosen.startsWith(`${code}`)) return [all];
    const byRw = [...Map.groupBy(inside, ({ rw }) => rw)].filter(([rw]) => rw !== null);
    return [
      all,
      ...byRw.flatMap(([rw, some]) => [
        { value: `${code}/${rw}`, label: `${village} · ${words.rw} ${rw} (${total(some)})` },
        ...some
          .filter(({ rt }) => rt !== null)
          .map((place) => ({
            value: `${code}/${rw}/${place.rt}`,
            label: `${village} · ${words.rw} ${rw} · ${words.rt} ${place.rt} (${count(place.rows)})`,
          })),
      ]),
    ];
  });
}
