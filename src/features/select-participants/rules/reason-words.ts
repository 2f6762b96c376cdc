import type { Locale } from '#kernel/language.ts';
import { criterionName, pointsInWords, tagName } from './plan-words.ts';
import type { Limit, ResultReason } from './result-reason.ts';

export type Voice = 'officer' | 'owner';

/**
 * Why somebody has a seat or none, sentence by sentence: first what came out, then what added points, what earned none,
 * what is not known yet. To the owner it says "Anda".
 */
export function reasonSentences(reason: ResultReason, locale: Locale, voice: Voice): string[] {
  return [outcomeSentence(reason, locale, voice), ...pointsSentences(reason, locale, voice)];
}

/** The first sentence alone. */
export function outcomeSentence(reason: ResultReason, locale: Locale, voice: Voice): string {
  return locale === 'id' ? outcomeInIndonesian(reason, voice) : outcomeInEnglish(reason, voice);
}

function outcomeInIndonesian(reason: ResultReason, voice: Voice): string {
  const points = reason.score === null ? '' : pointsInWords(reason.score, 'id');
  const own = voice === 'owner';
  switch (reason.outcome) {
    case 'seated': {
      const how = `${own ? 'Anda terpilih' : 'Terpilih'}`;
      const place = `${points} poin, urutan ${reason.rank} dari ${reason.takers} pendaftar untuk ${reason.seats} kursi`;
      if (reason.by === 'reserve')
        return `${how} lewat kursi khusus ${listed(
          reason.reserves.map((tag) => tagName(tag, 'id')),
          'dan',
        )}: ${place}.`;
      if (reason.by === 'settled') return `${how}: ditetapkan lebih dulu.`;
      if (reason.by === 'fit')
        return `${how}: ${place}. Aturan kursi khusus, kuota, atau anggaran memberi kursi ini.`;
      return `${how}: ${place}.`;
    }
    case 'waiting': {
      const { lowestScore, place, limits } = reason;
      const compared =
        lowestScore === null
          ? `${own ? 'nilai Anda' : 'nilainya'} ${points}`
          : `kursi terakhir ${pointsInWords(lowestScore, 'id')} poin, ${own ? 'Anda' : 'usaha ini'} ${points}`;
      const why =
        reason.score !== null && lowestScore === reason.score && limits.every(isSeats)
          ? ' Nilainya sama; undian yang diumumkan lebih dulu menentukan urutannya.'
          : passedOver(limits, 'id');
      return `${own ? 'Anda belum' : 'Belum'} terpilih: urutan ${reason.rank} dari ${reason.takers} untuk ${reason.seats} kursi; ${compared}.${why} ${own ? 'Anda cadangan' : 'Cadangan'} nomor ${place}.`;
    }
    case 'elsewhere':
      return `${own ? 'Anda' : 'Usaha ini'} sudah terpilih di ${reason.intake}; satu usaha mendapat satu kursi.`;
    case 'out':
      return reason.lacking.length === 0
        ? 'Tidak ikut dipilih: usahanya tidak lagi tercatat dalam Data UMKM.'
        : `${own ? 'Anda belum' : 'Belum'} ikut dipilih, karena belum memenuhi: ${listed(
            reason.lacking.map(({ id }) => id),
            'dan',
          )}.`;
    case 'held':
      return `${own ? 'Anda' : 'Usaha ini'} sudah mempunyai kursi sebelum pemilihan.`;
  }
}

function outcomeInEnglish(reason: ResultReason, voice: Voice): string {
  const points = reason.score === null ? '' : pointsInWords(reason.score, 'en');
  const own = voice === 'owner';
  switch (reason.outcome) {
    case 'seated': {
      const how = own ? 'You were chosen' : 'Chosen';
      const place = `${points} points, number ${reason.rank} of ${reason.takers} applicants for ${reason.seats} seats`;
      if (reason.by === 'reserve')
        return `${how} by seats set aside for ${listed(
          reason.reserves.map((tag) => tagName(tag, 'en')),
          'and',
        )}: ${place}.`;
      if (reason.by === 'settled') return `${how}: settled beforehand.`;
      if (reason.by === 'fit')
        return `${how}: ${place}. The rules on seats set aside, quotas or money gave this seat.`;
      return `${how}: ${place}.`;
    }
    case 'waiting': {
      const { lowestScore, place, limits } = reason;
      const compared =
        lowestScore === null
          ? `${own ? 'you have' : 'it has'} ${points} points`
          : `the last seat went at ${pointsInWords(lowestScore, 'en')} points, ${own ? 'you have' : 'it has'} ${points}`;
      const why =
        reason.score !== null && lowestScore === reason.score && limits.every(isSeats)
          ? ' The points are equal; the lots announced beforehand decide the order.'
          : passedOver(limits, 'en');
      return `${own ? 'You were not' : 'Not'} chosen yet: number ${reason.rank} of ${reason.takers} for ${reason.seats} seats; ${compared}.${why} ${own ? 'You are number' : 'Number'} ${place} on the waiting list.`;
    }
    case 'elsewhere':
      return `${own ? 'You already have' : 'Already has'} a seat in ${reason.intake}; an enterprise gets one seat.`;
    case 'out':
      return reason.lacking.length === 0
        ? 'Did not take part: the enterprise is no longer in the register.'
        : `${own ? 'You did' : 'Did'} not take part yet, because this is lacking: ${listed(
            reason.lacking.map(({ en }) => en),
            'and',
          )}.`;
    case 'held':
      return `${own ? 'You' : 'It'} had a seat before the selection.`;
  }
}

const isSeats = ({ kind }: Limit): boolean => kind === 'seats';

/** Which rule gave a seat to somebody with fewer points; empty where only seats ran out. */
function passedOver(limits: readonly Limit[], locale: Locale): string {
  const words = limits.flatMap(({ kind, tag }) => {
    if (tag === null && (kind === 'reserve' || kind === 'quota'))
      return locale === 'id' ? 'aturan yang diumumkan' : 'the published rules';
    if (kind === 'reserve' && tag)
      return locale === 'id'
        ? `kursi khusus ${tagName(tag, locale)}`
        : `seats set aside for ${tagName(tag, locale)}`;
    if (kind === 'quota' && tag)
      return locale === 'id' ? `kuota ${tagName(tag, locale)}` : `the quota for ${tagName(tag, locale)}`;
    if (kind === 'budget') return locale === 'id' ? 'batas anggaran' : 'the budget';
    return [];
  });
  if (words.length === 0) return '';
  return locale === 'id'
    ? ` Sebagian kursi terikat ${listed(words, 'dan')}.`
    : ` Some seats are bound by ${listed(words, 'and')}.`;
}

function pointsSentences({ points }: ResultReason, locale: Locale, voice: Voice): string[] {
  const isIndonesian = locale === 'id';
  const named = (of: ResultReason['points']) => of.map(({ criterion }) => criterionName(criterion, locale));
  const earned = points.filter((one) => one.points > 0);
  const missed = points.filter((one) => one.value === 0);
  const unknown = points.filter((one) => one.value === null);
  const and = isIndonesian ? 'dan' : 'and';
  const sentences: string[] = [];
  if (earned.length > 0)
    sentences.push(
      `${isIndonesian ? 'Yang menambah nilai' : 'What added points'}: ${listed(
        earned.map(
          (one) => `${criterionName(one.criterion, locale)} (+${pointsInWords(one.points, locale)})`,
        ),
        and,
      )}.`,
    );
  if (missed.length > 0)
    sentences.push(
      `${isIndonesian ? 'Yang belum menambah' : 'What added none'}: ${listed(named(missed), and)}.`,
    );
  if (unknown.length > 0)
    sentences.push(
      `${isIndonesian ? 'Belum diketahui' : 'Not known yet'}: ${listed(named(unknown), and)}. ${
        voice === 'owner'
          ? isIndonesian
            ? 'Tunjukkan kepada petugas agar lain kali dihitung.'
            : 'Show it to an officer, so that it counts the next time.'
          : isIndonesian
            ? 'Yang belum diketahui belum mendapat poin.'
            : 'What is not known earned nothing.'
      }`,
    );
  return sentences;
}

function listed(parts: readonly string[], and: string): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
}
