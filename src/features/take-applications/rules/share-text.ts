import { formatLongDate } from '#kernel/calendar.ts';
import type { Locale } from '#kernel/language.ts';
import type { PublicCondition, PublicIntake } from './public-view.ts';

/** `14–16 Juni 2026`, `30 Juni – 2 Juli 2026`, `14 Juni 2026` */
export function saidDays(startsOn: string, endsOn: string, locale: Locale = 'id'): string {
  const to = formatLongDate(endsOn, locale);
  if (startsOn === endsOn) return to;
  const sameMonth = startsOn.slice(0, 7) === endsOn.slice(0, 7);
  if (sameMonth) return `${Number(startsOn.slice(8))}–${to}`;
  const from = formatLongDate(startsOn, locale);
  const sameYear = startsOn.slice(0, 4) === endsOn.slice(0, 4);
  return `${sameYear ? from.slice(0, -5) : from} – ${to}`;
}

/** A message for WhatsApp groups, in Indonesian on every screen: it goes to owners. `*` makes bold there. */
export function shareText(
  intake: PublicIntake,
  conditions: readonly PublicCondition[],
  { deadline, link }: { deadline: string; link: string },
): string {
  return [
    `*${intake.programme}*`,
    `${intake.officeName} membuka pendaftaran ${intake.name} untuk ${intake.seats} peserta.`,
    '',
    `Waktu: ${saidDays(intake.startsOn, intake.endsOn)}`,
    ...(intake.place ? [`Tempat: ${intake.place}`] : []),
    ...(conditions.length > 0 ? ['', 'Syarat:', ...conditions.map(({ label }) => `• ${label}`)] : []),
    '',
    `${deadline}. Berkas yang kurang boleh menyusul.`,
    `Daftar: ${link}`,
  ].join('\n');
}

/** Opens WhatsApp with the text, to whomever the reader chooses. */
export const shareLink = (text: string): string => `https://wa.me/?text=${encodeURIComponent(text)}`;
