import type { PlainDate } from '../calendar.ts';
import { defineMessages, type Locale, messagesFor } from '../language.ts';
import { contains, parseAreaCode } from './area-code.ts';
import { decodeNik, type Sex } from './nik.ts';

/** What the form or the list says beside the NIK; leave out what is unknown. */
export type StatedPerson = {
  readonly birthDate?: PlainDate | null;
  readonly sex?: Sex | null;
  /** Kemendagri code of the address, of any level. */
  readonly area?: string | null;
};

const texts = defineMessages({
  id: {
    birth_date_impossible: 'Tanggal lahir di dalam NIK tidak ada di kalender. Cocokkan dengan KTP.',
    birth_date_differs: 'Tanggal lahir berbeda dengan yang ada di NIK. Cocokkan dengan KTP.',
    day_and_month_swapped: 'Tanggal dan bulan lahir tampaknya tertukar. Cocokkan dengan KTP.',
    sex_differs: 'Jenis kelamin berbeda dengan yang ada di NIK. Cocokkan dengan KTP.',
    registered_elsewhere: 'NIK pertama kali terdaftar di daerah lain. Ini wajar bila pemilik pernah pindah.',
  },
  en: {
    birth_date_impossible: 'The birth date within the NIK is not in the calendar. Compare with the ID card.',
    birth_date_differs: 'The birth date differs from the one in the NIK. Compare with the ID card.',
    day_and_month_swapped: 'Day and month of birth seem to be swapped. Compare with the ID card.',
    sex_differs: 'The sex differs from the one in the NIK. Compare with the ID card.',
    registered_elsewhere:
      'This NIK was first registered elsewhere. That is normal for someone who has moved.',
  },
});

export type NikWarning = keyof (typeof texts)['id'];

/**
 * Compares a NIK with what is stated. Only warnings: registrars err, people move, and districts split.
 * The century is not compared, as a NIK does not hold it. Throws when `nik` is not a NIK.
 */
export function compareNik(nik: string, stated: StatedPerson, today: PlainDate): NikWarning[] {
  const parts = decodeNik(nik, today);
  const warnings: NikWarning[] = [];
  if (parts.birthDate === null) warnings.push('birth_date_impossible');
  else if (stated.birthDate) {
    const inNik = [parts.yearOfCentury, parts.month, parts.day].map((n) => String(n).padStart(2, '0'));
    const [year, month, day] = inNik;
    const told = stated.birthDate.slice(2);
    if (told === `${year}-${day}-${month}` && day !== month) warnings.push('day_and_month_swapped');
    else if (told !== `${year}-${month}-${day}`) warnings.push('birth_date_differs');
  }
  if (stated.sex && stated.sex !== parts.sex) warnings.push('sex_differs');
  if (stated.area && isElsewhere(parts.regency, stated.area)) warnings.push('registered_elsewhere');
  return warnings;
}

export function nikWarningText(warning: NikWarning, locale: Locale): string {
  return messagesFor(texts, locale)[warning];
}

function isElsewhere(regency: string, area: string): boolean {
  const stated = parseAreaCode(area);
  return stated.ok && !contains(regency, stated.value) && !contains(stated.value, regency);
}
