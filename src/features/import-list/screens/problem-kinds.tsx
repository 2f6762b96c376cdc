import { messagesFor } from '#kernel/language.ts';
import { formatNumber } from '#ui/format-number.ts';
import { useLocale } from '#ui/use-locale.ts';
import { previewMessages } from '../messages/preview-messages.ts';
import type { ProblemKind } from '../rules/import-counts.ts';
import { fieldLabel } from '../rules/list-fields.ts';
import { problemExamples } from './problem-examples.ts';

type Props = { problems: readonly ProblemKind[]; oneSheet: boolean };

/** Every kind of problem with how many rows have it and where to find a few: what keeps rows out first, remarks folded. */
export function ProblemKinds({ problems, oneSheet }: Props) {
  const locale = useLocale();
  const t = messagesFor(previewMessages, locale);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  if (problems.length === 0) return null;
  const folded = warnings.length > 0 && (
    <details className="more">
      <summary>{t.warnings({ count: formatNumber(warnings.length, locale) })}</summary>
      <p className="soft small card-lead">{t.warningsLead}</p>
      <ProblemList problems={warnings} oneSheet={oneSheet} />
    </details>
  );
  return (
    <section className="card" aria-label={t.problems}>
      {errors.length > 0 && (
        <>
          <div className="card-head">
            <h2>{t.problems}</h2>
          </div>
          <p className="soft small card-lead">{t.problemsLead}</p>
          <ProblemList problems={errors} oneSheet={oneSheet} />
        </>
      )}
      {folded}
    </section>
  );
}

export function ProblemList({ problems, oneSheet }: Props) {
  return (
    <ul className="problem-kinds">
      {problems.map((kind) => (
        <Kind key={`${kind.code} ${kind.field}`} kind={kind} oneSheet={oneSheet} />
      ))}
    </ul>
  );
}

function Kind({ kind, oneSheet }: { kind: ProblemKind; oneSheet: boolean }) {
  const locale = useLocale();
  const t = messagesFor(previewMessages, locale);
  return (
    <li>
      <p className="problem-head">
        <strong>{kind.field === null ? t.wholeRow : fieldLabel(kind.field, locale)}</strong>
        <span className="soft small nowrap">{t.problemRows({ count: formatNumber(kind.rows, locale) })}</span>
      </p>
      {problemExamples(kind, locale).map(({ message, places }) => (
        <p key={message}>
          {message}
          <span className="row-note">
            {t.example}{' '}
            {places
              .map(({ sheetName, sheetRows }) => {
                const row = sheetRows.join(', ');
                return oneSheet ? t.row({ row }) : t.sheetRow({ sheet: sheetName, row });
              })
              .join('; ')}
          </span>
        </p>
      ))}
    </li>
  );
}
