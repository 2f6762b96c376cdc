import type { Locale } from '#kernel/language.ts';

/**
 * What was missed of a support. Information for people: no rule sorts or bars by it.
 * @property missed sessions not come to, those with leave among them; at least 1
 * @property excused of these with leave (izin)
 * @property sessions that were held
 * @property reasons each once, in the words of whoever marked; empty: none was written down
 */
export type Absence = { missed: number; excused: number; sessions: number; reasons: readonly string[] };

/**
 * "tidak hadir 2 dari 3 pertemuan (1 dengan izin): sakit".
 * @param where said after the sessions: "di Pelatihan ekspor (2025)"
 */
export function absencePhrase(
  { missed, excused, sessions, reasons }: Absence,
  locale: Locale,
  where = '',
): string {
  const isIndonesian = locale === 'id';
  const withLeave = isIndonesian ? `(${excused} dengan izin)` : `(${excused} with leave)`;
  const what = [
    isIndonesian
      ? `tidak hadir ${missed} dari ${sessions} pertemuan`
      : `missed ${missed} of ${sessions} sessions`,
    excused > 0 ? withLeave : '',
    where,
  ];
  const none = isIndonesian ? 'alasan tidak tercatat' : 'no reason on record';
  const why = reasons.length > 0 ? reasons.map(insideSentence).join(', ') : none;
  return `${what.filter(Boolean).join(' ')}: ${why}`;
}

/** `Sakit` → `sakit`; what is no ordinary capital (`PKH`, `HP rusak`) stays. */
const insideSentence = (reason: string): string =>
  /^\p{Lu}\p{Ll}/u.test(reason) ? reason.charAt(0).toLowerCase() + reason.slice(1) : reason;

/** Whether two lines say the same of it. */
export function isSameAbsence(one: Absence | null, other: Absence | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.missed === other.missed &&
    one.excused === other.excused &&
    one.sessions === other.sessions &&
    one.reasons.length === other.reasons.length &&
    one.reasons.every((reason, at) => reason === other.reasons[at])
  );
}
