import { formatLongDate, formatWeekday, type PlainDate } from '#kernel/calendar.ts';
import { numberInWords } from '#kernel/number-words.ts';
import type { Block, Paper, Signatory, SignaturePlace } from '#papers/paper.ts';
import type { Activity, Dress } from './activity.ts';

// Papers are written in Indonesian, whatever language the screens are in.

/** Room to write a number in by hand. */
export const numberOr = (number: string): string => number.trim() || '..............................';

/** `Senin, 5 Mei 2026` */
export const dayInWords = (day: PlainDate): string => `${formatWeekday(day)}, ${formatLongDate(day)}`;

/** `5 Mei 2026` or `5 Mei 2026 sampai 7 Mei 2026` */
export const spanInWords = ({ startsOn, endsOn }: Pick<Activity, 'startsOn' | 'endsOn'>): string =>
  startsOn === endsOn
    ? formatLongDate(startsOn)
    : `${formatLongDate(startsOn)} sampai ${formatLongDate(endsOn)}`;

/** `Senin tanggal lima bulan Mei tahun dua ribu dua puluh enam (05-05-2026)`: how minutes tell their day. */
export function solemnDay(day: PlainDate): string {
  const [year, month, date] = day.split('-');
  const monthName = formatLongDate(day).split(' ')[1];
  const words = `tanggal ${numberInWords(Number(date))} bulan ${monthName} tahun ${numberInWords(Number(year))}`;
  return `${formatWeekday(day)} ${words} (${date}-${month}-${year})`;
}

export const timeInWords = ({ from, to }: { from: string | null; to: string | null }): string =>
  from && to ? `${from} sampai ${to} WIB` : '..............................';

/** Place and date above who signs last. */
export const placeAndDate = ({ city, day }: Pick<Dress, 'city' | 'day'>): string =>
  [city, formatLongDate(day)].filter(Boolean).join(', ');

export const signedBy = (...places: SignaturePlace[]): Block => ({ kind: 'signatures', places });

/** Stands where nobody is named for a duty: room to write the name in. */
export const nobodyYet = (position: string): Signatory => ({
  name: '........................................',
  rank: null,
  nip: null,
  position,
  acting: null,
});

export const portrait = (dress: Dress, title: string, blocks: Block[]): Paper => ({
  title,
  page: 'portrait',
  letterhead: dress.letterhead,
  blocks,
});
