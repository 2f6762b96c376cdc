import { type Answer, answerLabel, answers } from '#kernel/answer.ts';
import { formatDate, isPlainDate } from '#kernel/calendar.ts';
import type { Locale } from '#kernel/language.ts';
import { scaleLabel, type UmkmScale } from '#kernel/statutory/scale.ts';
import { wordFor } from '../rules/register-words.ts';
import { type Sector, sectorLabel } from '../rules/sectors.ts';

/** Their values stand in no history; that they changed does. */
export const HIDDEN_FIELDS: ReadonlySet<string> = new Set(['birthDate', 'homeAddress', 'disability']);

/** The value of a column as a person reads it: words for codes, names for villages, days as days. */
export function wordOfField(
  field: string,
  value: string,
  locale: Locale,
  villages: Readonly<Record<string, string>>,
): string {
  switch (field) {
    case 'sector':
      return sectorLabel(value as Sector, locale) ?? value;
    case 'operation':
    case 'sex':
    case 'disability':
      return wordFor(field, value, locale);
    case 'reportedScale':
      return scaleLabel(value as UmkmScale, locale) ?? value;
    case 'village':
    case 'villageCode':
      return villages[value] ?? value;
    case 'deceased':
      return value === 'true' ? '✓' : '✕';
    case 'nik':
    case 'nibAnswer':
      return answers.includes(value as Answer) ? answerLabel(value as Answer, locale) : value;
    default:
      return dayOf(value, locale);
  }
}

export const dayOf = (value: string, locale: Locale): string =>
  isPlainDate(value) ? formatDate(value, locale) : value;
