import { formatDate, type PlainDate } from '#kernel/calendar.ts';
import { defineMessages, messagesFor } from '#kernel/language.ts';
import { formatNumber } from './format-number.ts';
import { useLocale } from './use-locale.ts';

const texts = defineMessages({ id: { asOf: 'per' }, en: { asOf: 'as of' } });

type Props = {
  /** Numbers with their unit in the page's language: `{ value: 212, unit: 'usaha' }`. */
  counts: readonly { value: number; unit: string }[];
  asOf: PlainDate;
  /** Where the counts come from: "Pendataan 2026". */
  source: string;
};

/** `212 usaha · 198 orang · per 14 Mar 2026, Pendataan 2026`: no count without unit, day and source. */
export function CountLine({ counts, asOf, source }: Props) {
  const locale = useLocale();
  return (
    <p className="count-line" role="status">
      {counts.map(({ value, unit }) => (
        <span key={unit}>
          <strong>{formatNumber(value, locale)}</strong> {unit}
        </span>
      ))}
      <span>
        {messagesFor(texts, locale).asOf} {formatDate(asOf, locale)}, {source}
      </span>
    </p>
  );
}
