import { Link } from 'react-router';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { Card } from '#ui/card.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { useLocale } from '#ui/use-locale.ts';
import { roundMessages } from '../messages/round-messages.ts';
import type { RoundView } from '../rules/round-view.ts';

/** What was planned. */
export function RoundFacts({ round }: { round: RoundView }) {
  const locale = useLocale();
  const t = messagesFor(roundMessages, locale);
  const count = (value: number) => formatNumber(value, locale);
  const { enumerators, supervisors } = round.people;
  return (
    <Card title={t.facts}>
      <DefinitionList
        items={[
          { term: t.purpose, value: round.purpose },
          {
            term: t.period,
            value: t.toDay({
              from: formatDate(round.startsOn, locale),
              to: formatDate(round.endsOn, locale),
            }),
          },
          { term: t.legalBasis, value: round.legalBasis ?? t.notYet },
          { term: t.bpsNumber, value: round.bpsNumber ?? t.notYet },
          { term: t.sources, value: round.sources.map(({ name }) => name).join(', ') },
          {
            term: t.questionnaire,
            value: (
              <Link to={`/pendataan/kuesioner/${round.formId}/${round.formVersion}`}>
                {round.questionnaire}, {t.version({ count: count(round.formVersion) })}
              </Link>
            ),
          },
          {
            term: t.people,
            value: t.peopleCount({ enumerators: count(enumerators), supervisors: count(supervisors) }),
          },
          ...(round.sourceListId === null
            ? []
            : [
                {
                  term: t.newFound,
                  value: <Link to={`/usaha?sumber=${round.sourceListId}`}>{t.seeNewFound}</Link>,
                },
              ]),
        ]}
      />
    </Card>
  );
}
