import type { Locale } from '#kernel/language.ts';
import { supportPhrase } from '#kernel/support-terms.ts';
import { absencePhrase } from './absence.ts';
import { type Support, wasReceived, withoutRepeats } from './support.ts';

type Told = Pick<Support, 'kind' | 'topic' | 'title' | 'startedOn' | 'outcome' | 'absence'>;

/**
 * What an enterprise received since the first day of a year, as whoever selects reads it: "sudah dua kali pelatihan kemasan
 * dan sekali fasilitasi halal sejak 2024". The most frequent first. Whoever never came received nothing. What was missed in
 * these years follows, with its reason: "; tidak hadir 2 dari 3 pertemuan di Pelatihan ekspor, Angkatan 1 (2025): sakit".
 */
export function exposureSentence(supports: readonly Told[], sinceYear: number, locale: Locale): string {
  return [receivedPhrase(supports, sinceYear, locale), ...absencePhrases(supports, sinceYear, locale)].join(
    '; ',
  );
}

/** Of each support that was not seen in full, in the order given. */
function absencePhrases(supports: readonly Told[], sinceYear: number, locale: Locale): string[] {
  return withoutRepeats(supports).flatMap(({ title, startedOn, absence }) => {
    if (!absence || startedOn < `${sinceYear}-01-01`) return [];
    const where = `${locale === 'id' ? 'di' : 'at'} ${title} (${startedOn.slice(0, 4)})`;
    return [absencePhrase(absence, locale, where)];
  });
}

function receivedPhrase(supports: readonly Told[], sinceYear: number, locale: Locale): string {
  const counted = withoutRepeats(
    supports.filter((one) => wasReceived(one) && one.startedOn >= `${sinceYear}-01-01`),
  );
  const groups = [...Map.groupBy(counted, ({ kind, topic }) => supportPhrase(kind, topic, locale))]
    .map(([phrase, of]) => ({ phrase, times: of.length }))
    .sort((a, b) => b.times - a.times || a.phrase.localeCompare(b.phrase, 'id'));
  const isIndonesian = locale === 'id';
  if (groups.length === 0) {
    const ever = supports.some(wasReceived);
    if (!ever) return isIndonesian ? 'belum pernah dibina' : 'never supported';
    return isIndonesian ? `belum dibina sejak ${sinceYear}` : `not supported since ${sinceYear}`;
  }
  const parts = groups.map(({ phrase, times }) =>
    isIndonesian ? `${timesInIndonesian(times)} ${phrase}` : `${phrase} ${timesInEnglish(times)}`,
  );
  return isIndonesian
    ? `sudah ${joined(parts, 'dan')} sejak ${sinceYear}`
    : `had ${joined(parts, 'and')} since ${sinceYear}`;
}

const numbers = ['', 'se', 'dua ', 'tiga ', 'empat ', 'lima ', 'enam ', 'tujuh ', 'delapan ', 'sembilan '];
const timesInIndonesian = (times: number) => `${numbers[times] ?? `${times} `}kali`;
const timesInEnglish = (times: number) => ['', 'once', 'twice'][times] ?? `${times} times`;

function joined(parts: readonly string[], and: string): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
}
