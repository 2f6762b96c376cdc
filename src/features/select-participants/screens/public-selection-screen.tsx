import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { useLocale } from '#ui/use-locale.ts';
import { resultMessages } from '../messages/result-messages.ts';
import { selectionMessages } from '../messages/selection-messages.ts';
import {
  criterionName,
  criterionRule,
  quotaInWords,
  reserveInWords,
  tagName,
  takePartInWords,
} from '../rules/plan-words.ts';
import { criterionCode, reserveCode } from '../rules/selection-plan.ts';
import type { PublicSelection } from '../rules/selection-view.ts';

type Props = { officeCode: string; code: string; selection: PublicSelection | null };

/** How seats are given, for everybody; afterwards how many, never who. */
export function PublicSelectionScreen({ officeCode, code, selection }: Props) {
  const t = messagesFor(resultMessages, useLocale());
  return (
    <div className="narrow stack">
      <title>{`${t.publicTitle} · Gawangan`}</title>
      {selection ? (
        <Published selection={selection} />
      ) : (
        <div className="card stack">
          <h1>{t.publicNone}</h1>
          <p>{t.publicNoneText}</p>
        </div>
      )}
      <p>
        <a href={`/ikut/${officeCode}/${code}`}>{t.back}</a>
      </p>
    </div>
  );
}

function Published({ selection }: { selection: PublicSelection }) {
  const locale = useLocale();
  const t = messagesFor(resultMessages, locale);
  const s = messagesFor(selectionMessages, locale);
  const { plan, intakes, decided, closesAt } = selection;
  const nameOf = (id: string | null) => intakes.find(({ intakeId }) => intakeId === id)?.name ?? null;
  const number = (value: number) => value.toLocaleString(locale === 'id' ? 'id-ID' : 'en-GB');
  const facts: [string, string][] = [
    [t.lockedOn, formatInstant(selection.lockedAt.getTime(), locale)],
    ...(closesAt ? [[t.closes, formatInstant(closesAt.getTime() - 60_000, locale)] as [string, string]] : []),
    ...intakes.map(({ name, seats }): [string, string] => [`${t.seats}: ${name}`, number(seats)]),
  ];
  const shares = [
    ...plan.reserves.map((one) => [
      `r ${reserveCode(one)}`,
      reserveInWords(one, nameOf(one.intakeId), locale),
    ]),
    ...plan.quotas.map((one) => [`q ${reserveCode(one)}`, quotaInWords(one, nameOf(one.intakeId), locale)]),
  ];
  return (
    <>
      <div>
        <h1>{t.publicTitle}</h1>
        <p className="soft">
          {selection.programme}, {selection.name}. {selection.officeName}.
        </p>
        <p>{t.publicLead}</p>
      </div>
      <dl className="card definitions">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <section className="card stack">
        <h2>{s.criteria}</h2>
        <ul>
          {plan.criteria.map((criterion) => (
            <li key={criterionCode(criterion)}>
              <strong>
                {criterionName(criterion, locale)}: {number(criterion.weight)} {s.points.toLowerCase()}
              </strong>
              <br />
              {criterionRule(criterion, locale)}
            </li>
          ))}
        </ul>
        <p>{takePartInWords(plan.takePart, locale)}</p>
      </section>
      <section className="card stack">
        <h2>{s.shares}</h2>
        {shares.length === 0 && <p>{s.noShares}</p>}
        <ul>
          {shares.map(([key, words]) => (
            <li key={key}>{words}.</li>
          ))}
        </ul>
        <p>{t.answer({ days: number(plan.answerDays) })}</p>
      </section>
      <section className="card stack">
        <h2>{t.lots}</h2>
        <p>{t.lotsText}</p>
        <p>
          <strong>{selection.seed}</strong> ({selection.seedSource ?? s.seedDrawn})
        </p>
      </section>
      <section className="card stack">
        <h2>{t.decided}</h2>
        <p>
          {decided
            ? t.decidedText({
                seats: number(decided.seats),
                applicants: number(decided.applicants),
                at: formatInstant(decided.ranAt.getTime(), locale),
              })
            : t.waiting}
        </p>
        {decided && decided.counts.length > 0 && (
          <ul>
            {decided.counts.map(({ kind, code, tag, limit, applicants, chosen }) => (
              <li key={`${kind} ${code}`}>
                {tagName(tag, locale)} {kind === 'reserve' ? '≥' : '≤'} {number(limit)}: {number(chosen)} /{' '}
                {number(applicants)}
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
