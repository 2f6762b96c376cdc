import { Form, Link } from 'react-router';
import { formatDate, formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { StatTile } from '#ui/stat-tile.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { conditionMessages } from '../messages/condition-messages.ts';
import type { ConditionsView, LineNumbers } from '../rules/eligibility-view.ts';
import { ConditionVersions } from './condition-versions.tsx';
import { listAddress } from './list-address.ts';
import './eligibility.css';

type Props = { view: ConditionsView; mayChange: boolean; refusal?: Refusal | undefined };

/** What a programme's conditions say of the whole register. */
export function ConditionsScreen({ view, mayChange, refusal }: Props) {
  const locale = useLocale();
  const t = messagesFor(conditionMessages, locale);
  const { programmeId, programme, holding, task } = view;
  const base = `/pembinaan/${programmeId}/syarat`;
  const change = mayChange && view.isActive;
  return (
    <div className="stack">
      <title>{`${t.title}: ${programme} · Gawangan`}</title>
      <PageHeader
        back={{ to: `/pembinaan/${programmeId}`, label: programme }}
        title={t.title}
        lead={t.lead}
        action={
          change &&
          holding && (
            <ButtonLink to={`${base}/ubah`} look="secondary">
              {t.change}
            </ButtonLink>
          )
        }
      />
      <ErrorSummary refusal={refusal} />
      {task && (
        <Card>
          {task.failed && <Notice tone="wrong">{t.countFailed}</Notice>}
          <ProgressBar label={t.counting} unit={t.unit} {...task} />
          {task.failed && change && (
            <Form method="post">
              <Button name="intent" value="count">
                {t.countAgain}
              </Button>
            </Form>
          )}
        </Card>
      )}
      {holding ? (
        <>
          <Numbers programmeId={programmeId} holding={holding} />
          <ConditionVersions versions={view.versions} />
        </>
      ) : (
        <EmptyState title={t.none} action={change && <ButtonLink to={`${base}/ubah`}>{t.set}</ButtonLink>}>
          {t.noneHow}
        </EmptyState>
      )}
    </div>
  );
}

type Holding = NonNullable<ConditionsView['holding']>;

function Numbers({ programmeId, holding }: { programmeId: string; holding: Holding }) {
  const locale = useLocale();
  const t = messagesFor(conditionMessages, locale);
  const { counted, lines, version } = holding;
  const day = formatDate(holding.effectiveOn, locale);
  return (
    <>
      {counted && (
        <div className="tiles">
          {([0, 1, 2, 3] as const).map((standing) => (
            <StatTile
              key={standing}
              label={t[`standing_${standing}`]}
              value={counted.standings[standing]}
              unit={t.unit}
              note={standing === 0 ? t.of({ total: formatNumber(counted.total, locale) }) : undefined}
              to={listAddress(programmeId, { standing })}
            />
          ))}
        </div>
      )}
      <p className="soft small">
        {holding.isToCome ? t.toCome({ version, day }) : t.version({ version, day })}.{' '}
        {counted
          ? `${t.countedOn({ day: formatDate(counted.on, locale), at: formatInstant(counted.at, locale) })}.`
          : t.notCounted}
      </p>
      {counted && <Steps programmeId={programmeId} lines={lines} />}
      <Card title={t.perLine}>
        <p className="soft">{t.allMust}</p>
        <ol className="condition-lines">
          {lines.map((line, at) => (
            <li key={line.key}>
              <strong>{line.label}</strong>
              {line.asked.toLowerCase() !== line.label.toLowerCase() && (
                <p className="soft small">{line.asked}</p>
              )}
              {counted && <AnswerBar programmeId={programmeId} line={line} at={at} total={counted.total} />}
            </li>
          ))}
        </ol>
      </Card>
    </>
  );
}

/** Who is one step away, by step: each number leads to its list. */
function Steps({ programmeId, lines }: { programmeId: string; lines: readonly LineNumbers[] }) {
  const locale = useLocale();
  const t = messagesFor(conditionMessages, locale);
  const steps = lines
    .flatMap(({ label, onlyThis, onlyUnknown }, at) => [
      { at, standing: 1, count: onlyThis, text: t.lackingOne({ label }) },
      { at, standing: 3, count: onlyUnknown, text: t.askOne({ label }) },
    ])
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.standing - b.standing || b.count - a.count);
  return (
    <Card title={t.steps}>
      {steps.length === 0 ? (
        <p className="soft">{t.stepsNone}</p>
      ) : (
        <ul className="stack tight">
          {steps.map(({ at, standing, count, text }) => (
            <li key={`${standing} ${at}`}>
              <Link to={listAddress(programmeId, { standing, step: at })}>
                <strong>{formatNumber(count, locale)}</strong> {text}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

type BarProps = { programmeId: string; line: LineNumbers; at: number; total: number };

/** Drawn by the server; the words beneath say the same and lead to the lists. */
function AnswerBar({ programmeId, line, at, total }: BarProps) {
  const locale = useLocale();
  const t = messagesFor(conditionMessages, locale);
  const parts = [
    { name: 'yes', count: line.yes, label: t.yes, code: 1 },
    { name: 'no', count: line.no, label: t.no, code: 0 },
    { name: 'unknown', count: line.unknown, label: t.notKnown, code: 2 },
  ] as const;
  const share = (count: number) => (total === 0 ? 0 : (count / total) * 100);
  return (
    <>
      <svg className="answer-bar" aria-hidden="true" width="100%" height="12" preserveAspectRatio="none">
        {parts.map(({ name, count }, place) => (
          <rect
            key={name}
            className={name}
            x={`${parts.slice(0, place).reduce((sum, before) => sum + share(before.count), 0)}%`}
            width={`${share(count)}%`}
            height="12"
          />
        ))}
      </svg>
      <p className="answer-words small">
        {parts.map(({ name, count, label, code }) => (
          <Link key={name} to={listAddress(programmeId, { line: { at, code } })}>
            {label}: {formatNumber(count, locale)}
          </Link>
        ))}
      </p>
    </>
  );
}
