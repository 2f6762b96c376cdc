import { type PlainDate, yearsBetween } from '#kernel/calendar.ts';
import { parseEmail } from '#kernel/email.ts';
import { parseDate } from '#kernel/parse-date.ts';
import { digitsOf, isScientific } from '#kernel/statutory/digits-of.ts';
import { parseNik, type Sex } from '#kernel/statutory/nik.ts';
import { compareNik } from '#kernel/statutory/nik-warning.ts';
import { parseNoKk } from '#kernel/statutory/no-kk.ts';
import { extractPhones } from '#kernel/statutory/phone.ts';
import type { ListContext } from './list-context.ts';
import type { ListField } from './list-fields.ts';
import type { RowReading } from './row-reading.ts';
import type { StagedRecord } from './staged-record.ts';
import { statedAnswer } from './stated-answer.ts';

type Owner = StagedRecord['owner'];

export const longestName = 200;
const mostPhones = 3;
const youngest = 10;
const oldest = 110;

/** Reads who the row is about; everything unclear is reported on the reading. */
export function readOwner(reading: RowReading, fullName: string | null, context: ListContext): Owner {
  const { nik, nikAnswer } = readNik(reading, context);
  const sex = readSex(reading);
  const birthDate = readBirthDate(reading, context.listDate);
  if (nik !== null) warnAgainstNik(reading, nik, sex, birthDate, context.listDate);
  return {
    fullName,
    nik,
    nikAnswer,
    noKk: unrounded(reading, 'no_kk', reading.parse('no_kk', parseNoKk), context),
    sex,
    birthDate,
    disability: readDisability(reading),
    phones: readPhones(reading, context.phoneAreaCode),
    email: reading.parse('email', parseEmail),
    homeAddress: reading.shortText('home_address', 500),
  };
}

function readNik(reading: RowReading, context: ListContext): Pick<Owner, 'nik' | 'nikAnswer'> {
  const text = reading.text('nik');
  if (text === '') return { nik: null, nikAnswer: null };
  const parsed = parseNik(text);
  if (parsed.ok) return { nik: unrounded(reading, 'nik', parsed.value, context), nikAnswer: null };
  const nikAnswer = statedAnswer(text);
  if (nikAnswer !== null) return { nik: null, nikAnswer };
  if (parsed.refusal === 'nik_length') {
    const digits = digitsOf(text);
    const length = digits.ok ? digits.value.length : 0;
    if (length < 16) reading.report('nik', 'nik_too_short', { count: 16 - length });
    else reading.report('nik', 'nik_too_long', { count: length - 16 });
  } else reading.refuse('nik', parsed.refusal);
  return { nik: null, nikAnswer: null };
}

/** In a column that came partly through Excel a last 0 is more likely Excel's than the card's. */
function unrounded(
  reading: RowReading,
  field: ListField,
  number: string | null,
  { damage }: ListContext,
): string | null {
  if (number === null || !number.endsWith('0')) return number;
  if (!damage.some((report) => report.field === field && report.verdict === 'partly')) return number;
  reading.report(field, 'nik_maybe_rounded');
  return null;
}

const male = /^(?:l|lk|lk2|laki|laki[\s-]*laki|laki2|pria|male|m|1)\.?$/i;
const female = /^(?:p|pr|prp|perempuan|wanita|female|f|w|2)\.?$/i;

function readSex(reading: RowReading): Sex | null {
  const text = reading.text('sex');
  if (text !== '') {
    if (male.test(text)) return 'male';
    if (female.test(text)) return 'female';
    reading.report('sex', 'sex_unclear');
    return null;
  }
  const [isMale, isFemale] = [reading.text('is_male') !== '', reading.text('is_female') !== ''];
  if (isMale && isFemale) reading.report('is_female', 'sex_marked_twice');
  return isMale === isFemale ? null : isMale ? 'male' : 'female';
}

function readBirthDate(reading: RowReading, listDate: PlainDate): PlainDate | null {
  const date = reading.parse('birth_date', (text) => parseDate(text, listDate, 'past'));
  if (date === null) return null;
  const age = yearsBetween(date, listDate);
  if (age >= youngest && age <= oldest) return date;
  reading.report('birth_date', 'birth_date_unlikely');
  return null;
}

function warnAgainstNik(
  reading: RowReading,
  nik: string,
  sex: Sex | null,
  birthDate: PlainDate | null,
  today: PlainDate,
): void {
  for (const warning of compareNik(nik, { sex, birthDate }, today)) {
    if (warning === 'registered_elsewhere') continue;
    const field = warning === 'sex_differs' ? 'sex' : birthDate === null ? 'nik' : 'birth_date';
    reading.report(field, warning);
  }
}

function readDisability(reading: RowReading): Owner['disability'] {
  const text = reading.raw('disability');
  if (text === '' || /^[-–—.\s]*$/.test(text)) return null;
  if (/^(?:tidak|tdk|t|non|bukan|normal|no|n|0|sehat)\b/i.test(text)) return 'no';
  if (/^(?:ya|y|yes|v|x|1|√|✓|ada|penyandang)$/i.test(text)) return 'yes';
  if (
    /daksa|netra|rungu|wicara|grahita|laras|fisik|mental|sensorik|intelektual|ganda|autis|lumpuh|disabilitas|difabel/i.test(
      text,
    )
  ) {
    return 'yes';
  }
  reading.report('disability', 'not_a_choice');
  return null;
}

function readPhones(reading: RowReading, areaCode: string | undefined): string[] {
  const numbers: string[] = [];
  for (const { text, column } of reading.cells('phone')) {
    const { phones, rejected } = extractPhones(text, areaCode);
    for (const { e164 } of phones) if (!numbers.includes(e164)) numbers.push(e164);
    if (rejected.length === 0 || (phones.length === 0 && statedAnswer(text) !== null)) continue;
    if (phones.length > 0) reading.report('phone', 'phone_part_unread', { column, value: rejected[0]! });
    else reading.refuse('phone', isScientific(text) ? 'excel_damaged' : 'phone_invalid', column);
  }
  return numbers.slice(0, mostPhones);
}
