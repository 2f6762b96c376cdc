import { type EvidenceGrade, evidenceGrades, evidenceLabel } from '#kernel/answer.ts';
import { formatDate } from '#kernel/calendar.ts';
import { type Locale, messagesFor } from '#kernel/language.ts';
import { formatRupiah } from '#kernel/money.ts';
import { ChipRadios } from '#ui/chip-radios.tsx';
import { DateField } from '#ui/date-field.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { profileMessages } from '../messages/profile-messages.ts';
import { currentFigures } from '../rules/computed-scale.ts';
import { countsPeople, valuesOf, wordFor } from '../rules/register-words.ts';
import { SmallForm } from './profile-section.tsx';
import { type FigureView, type ProfileReply, replyTo } from './profile-view.ts';

type Props = { figures: readonly FigureView[]; reply?: ProfileReply; mayEdit: boolean; thisYear: number };

/** The newest figure of each year, with source and grade; every earlier one below. */
export function ProfileFigures({ figures, reply, mayEdit, thisYear }: Props) {
  const locale = useLocale();
  const t = messagesFor(profileMessages, locale);
  const current = currentFigures(figures);
  return (
    <>
      {figures.length === 0 ? (
        <p className="soft">{t.noFigures}</p>
      ) : (
        <>
          <FigureTable figures={current} caption={t.figures} />
          {figures.length > current.length && (
            <details className="more">
              <summary>{t.figureHistory({ count: formatNumber(figures.length, locale) })}</summary>
              <FigureTable
                figures={figures}
                caption={t.figureHistory({ count: formatNumber(figures.length, locale) })}
              />
            </details>
          )}
        </>
      )}
      {mayEdit && <FigureForm reply={reply} thisYear={thisYear} />}
    </>
  );
}

export function FigureTable({ figures, caption }: { figures: readonly FigureView[]; caption: string }) {
  const locale = useLocale();
  const t = messagesFor(profileMessages, locale);
  return (
    <div className="paper-scroll">
      <table className="small-table figures">
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.year}</th>
            <th scope="col" className="start-cell">
              {t.figureKind}
            </th>
            <th scope="col">{t.amount}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.figureId}>
              <th scope="row">{figure.year}</th>
              <td className="start-cell">{wordFor('figure', figure.kind, locale)}</td>
              <td>
                <strong className="nowrap">{amountIn(figure, locale)}</strong>
                <span className="row-note">
                  {[
                    evidenceLabel(figure.grade as EvidenceGrade, locale),
                    wordFor('figureSource', figure.sourceKind, locale),
                    t.asOf({ day: formatDate(figure.observedOn, locale) }),
                  ].join(' · ')}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function amountIn({ kind, amount, amountUpper }: FigureView, locale: Locale): string {
  const t = messagesFor(profileMessages, locale);
  const one = (value: number) =>
    countsPeople(kind) ? t.peopleCount({ count: formatNumber(value, locale) }) : formatRupiah(value, locale);
  return amountUpper === null ? one(amount) : t.range({ from: one(amount), to: one(amountUpper) });
}

function FigureForm({ reply, thisYear }: { reply?: ProfileReply; thisYear: number }) {
  const locale = useLocale();
  const t = messagesFor(profileMessages, locale);
  const { values, refusal, errors } = replyTo(reply, 'add-figure');
  const labels = {
    kind: t.figureKind,
    year: t.year,
    amount: t.amount,
    amountUpper: t.amountUpper,
    observedOn: t.observedOn,
  };
  return (
    <SmallForm intent="add-figure" label={t.addFigure} refusal={refusal} labels={labels}>
      <div className="field-pair">
        <SelectField
          name="kind"
          label={t.figureKind}
          options={valuesOf('figure').map((value) => ({ value, label: wordFor('figure', value, locale) }))}
          defaultValue={values.kind ?? 'sales'}
          errors={errors}
        />
        <TextField
          name="year"
          label={t.year}
          inputMode="numeric"
          maxLength={4}
          defaultValue={values.year ?? String(thisYear - 1)}
          errors={errors}
        />
      </div>
      <div className="field-pair">
        <TextField
          name="amount"
          label={t.amount}
          hint={t.amountHint}
          defaultValue={values.amount}
          errors={errors}
        />
        <TextField
          name="amountUpper"
          label={t.amountUpper}
          hint={t.upperHint}
          optional
          defaultValue={values.amountUpper}
          errors={errors}
        />
      </div>
      <ChipRadios
        name="grade"
        label={t.grade}
        options={evidenceGrades.map((value) => ({ value, label: evidenceLabel(value, locale) }))}
        defaultValue={values.grade ?? 'declared'}
        errors={errors}
      />
      <DateField
        name="observedOn"
        label={t.observedOn}
        hint={t.observedHint}
        optional
        defaultValue={values.observedOn}
        errors={errors}
      />
    </SmallForm>
  );
}
