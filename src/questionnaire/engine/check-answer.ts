import { isPlainDate } from '#kernel/calendar.ts';
import type { FieldCode } from '#kernel/field-code.ts';
import { parseNib } from '#kernel/statutory/nib.ts';
import { parseNik } from '#kernel/statutory/nik.ts';
import type { Question } from '../form.ts';

const longestText = 5_000;

/**
 * What is wrong with a value that was given, or null. A phone number is only looked at from afar, since reading
 * it properly takes a library larger than this room; the server reads it.
 */
export function checkAnswer(question: Question, text: string): FieldCode | null {
  switch (question.kind) {
    case 'integer':
      return /^-?\d{1,15}$/.test(text) ? null : 'not_a_number';
    case 'decimal':
      return /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? null : 'not_a_number';
    case 'money':
      if (/^\d{1,15}$/.test(text)) return null;
      return text.startsWith('-') ? 'amount_negative' : 'amount_unreadable';
    case 'date':
      return isPlainDate(text) ? null : 'date_unreadable';
    case 'geopoint':
      return isPosition(text) ? null : 'wrong_format';
    case 'acknowledge':
      return text === 'OK' ? null : 'not_a_choice';
    case 'nik':
      return refusalOf(parseNik(text));
    case 'nib':
      return refusalOf(parseNib(text));
    case 'phone':
      return isLikePhone(text) ? null : 'phone_invalid';
    default:
      return text.length <= longestText ? null : 'too_long';
  }
}

/** The value as it is kept: identifiers as bare digits. */
export function storedForm(question: Question, text: string): string {
  const parsed = question.kind === 'nik' ? parseNik(text) : question.kind === 'nib' ? parseNib(text) : null;
  return parsed?.ok ? parsed.value : text;
}

function refusalOf(parsed: ReturnType<typeof parseNik>): FieldCode | null {
  return parsed.ok ? null : parsed.refusal;
}

function isPosition(text: string): boolean {
  const [latitude, longitude, ...more] = text.split(' ');
  const isWithin = (part: string | undefined, most: number) =>
    part !== undefined && /^-?\d+(\.\d+)?$/.test(part) && Math.abs(Number(part)) <= most;
  return (
    isWithin(latitude, 90) &&
    isWithin(longitude, 180) &&
    more.length <= 2 &&
    more.every((part) => isWithin(part, 1e6))
  );
}

function isLikePhone(text: string): boolean {
  const digits = text.replace(/[\s().-]/g, '');
  return /^(\+|0|62|8)\d{7,14}$/.test(digits);
}
