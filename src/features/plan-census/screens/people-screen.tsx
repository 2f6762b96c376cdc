import { Form } from 'react-router';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconUsers } from '#ui/icons.ts';
import { useLocale } from '#ui/use-locale.ts';
import { peopleMessages } from '../messages/people-messages.ts';
import type { Gesture } from '../rules/assignment-view.ts';
import type { PeopleView } from '../rules/people-view.ts';
import { AddPeople } from './add-people.tsx';
import { EnumeratorTable } from './enumerator-table.tsx';
import { LatestGesture } from './latest-gesture.tsx';
import { RoundFrame, type RoundHead } from './round-frame.tsx';

type Props = {
  round: RoundHead;
  people: PeopleView;
  latest: Gesture | null;
  mayPlan: boolean;
  refusal?: Refusal | undefined;
};

/** The people of a round: their load, who checks them, who could take over. */
export function PeopleScreen({ round, people, latest, mayPlan, refusal }: Props) {
  const locale = useLocale();
  const t = messagesFor(peopleMessages, locale);
  const { enumerators, supervisors, former } = people;
  const changes = mayPlan && round.status !== 'closed';
  return (
    <RoundFrame round={round} title={t.title} lead={t.lead}>
      <ErrorSummary refusal={refusal} labels={{ userIds: t.userIds, supervisorId: t.supervisor }} />
      {latest && changes && <LatestGesture gesture={latest} roundId={round.roundId} />}
      <div className="card flush">
        <div className="card-head">
          <h2>{t.enumerators}</h2>
        </div>
        {enumerators.length === 0 ? (
          <EmptyState icon={IconUsers} title={t.noEnumerators}>
            {t.noEnumeratorsText}
          </EmptyState>
        ) : (
          <EnumeratorTable people={people} changes={changes} />
        )}
      </div>
      {supervisors.length > 0 && (
        <Card title={t.supervisors}>
          <ul className="lined-list">
            {supervisors.map(({ userId, name, checks }) => (
              <li key={userId}>
                <div>
                  {name}
                  <span className="row-note">{t.checks({ count: formatNumber(checks, locale) })}</span>
                </div>
                {changes && (
                  <Form method="post" preventScrollReset>
                    <input type="hidden" name="userId" value={userId} />
                    <input type="hidden" name="duty" value="supervisor" />
                    <button type="submit" className="btn quiet" name="intent" value="drop">
                      {t.drop}
                    </button>
                  </Form>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {changes && <AddPeople people={people} refusal={refusal} />}
      {former.length > 0 && (
        <Card title={t.former}>
          <ul className="plain-list">
            {former.map(({ userId, duty, name, leftOn }) => (
              <li key={`${userId} ${duty}`}>{t.formerLine({ name, day: formatDate(leftOn, locale) })}</li>
            ))}
          </ul>
        </Card>
      )}
    </RoundFrame>
  );
}
