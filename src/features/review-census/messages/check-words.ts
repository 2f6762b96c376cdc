import { defineMessages, type Locale, messagesFor } from '#kernel/language.ts';
import { formatShortRupiah } from '#kernel/money.ts';

type Facts = Readonly<Record<string, unknown>>;
const n = (facts: Facts, name: string): number => Number(facts[name] ?? 0);
const metres = (value: number): string =>
  value >= 1_000 ? `${(value / 1_000).toFixed(1)} km` : `${value} m`;
/** Minutes, or what is easier to read of them. */
function apart(facts: Facts, locale: Locale): string {
  const minutes = n(facts, 'minutes');
  const [count, id, en] =
    minutes < 120
      ? [minutes, 'menit', 'minutes']
      : minutes < 2_880
        ? [Math.round(minutes / 60), 'jam', 'hours']
        : [Math.round(minutes / 1_440), 'hari', 'days'];
  return `${count} ${locale === 'id' ? id : en}`;
}
const rupiah = (value: number, locale: Locale): string => formatShortRupiah(Math.round(value), locale);

const proofs = defineMessages({
  id: {
    photo: 'foto',
    position: 'letak',
    note: 'catatan',
    photo_or_note: 'foto atau catatan',
    witness_or_photo: 'foto, atau siapa yang ditanya',
    rt_or_two_witnesses: 'keterangan RT, desa, atau dua orang',
    second_day_or_rt: 'kunjungan di hari lain, atau keterangan RT',
    second_day_or_photo_or_position: 'tanda pernah datang: hari lain, foto, atau letak',
    moved_to: 'pindah ke mana',
    duplicate_of: 'sama dengan usaha yang mana',
    paused_since: 'berhenti sejak kapan',
    pause_reason: 'alasan berhenti',
  },
  en: {
    photo: 'a photo',
    position: 'the position',
    note: 'a note',
    photo_or_note: 'a photo or a note',
    witness_or_photo: 'a photo, or who was asked',
    rt_or_two_witnesses: 'the word of the RT, the village, or two people',
    second_day_or_rt: 'a visit on another day, or the word of the RT',
    second_day_or_photo_or_position: 'a sign of having been there: another day, a photo, or the position',
    moved_to: 'where it moved',
    duplicate_of: 'which enterprise it is the same as',
    paused_since: 'since when it stands still',
    pause_reason: 'why it stands still',
  },
});

/** What is still missing, and whether photos are only late. */
function missingWords(facts: Facts, locale: Locale): { list: string; awaited: number } {
  const words: Record<string, string> = messagesFor(proofs, locale);
  const list = String(facts.proofs ?? '')
    .split(' ')
    .map((proof) => words[proof] ?? proof)
    .join('; ');
  return { list, awaited: n(facts, 'awaited') };
}

/** What a quick check noticed, as one colleague says it to another; never that somebody did wrong. */
const sentences = defineMessages({
  id: {
    too_quick: (f: Facts) =>
      `Formulir terbuka ${n(f, 'seconds')} detik untuk ${n(f, 'questions')} pertanyaan. Sempatkah dibacakan?`,
    far_away: (f: Facts) => `Posisinya ${metres(n(f, 'metres')).replace('.', ',')} dari kelurahannya.`,
    same_photo: () => 'Fotonya mirip dengan foto usaha lain.',
    same_phone: (f: Facts) => `Nomor HP ini dipakai ${n(f, 'enterprises')} usaha.`,
    same_answers: (f: Facts) => `${n(f, 'submissions')} kiriman berturut-turut jawabannya hampir sama.`,
    sales_unusual: (f: Facts) =>
      `Penjualan ${rupiah(n(f, 'sales'), 'id')} setahun; di sektor ini biasanya sekitar ${rupiah(n(f, 'usual'), 'id')}.`,
    sales_per_worker: (f: Facts) =>
      `Penjualan ${rupiah(n(f, 'sales'), 'id')} setahun dengan ${n(f, 'workers')} pekerja. Salah satunya mungkin keliru.`,
    at_night: (f: Facts) => `Diisi pukul ${String(n(f, 'hour')).padStart(2, '0')}.00, malam hari.`,
    clock_wrong: (f: Facts) => `Jam HP berbeda ${apart(f, 'id')} dari jam kantor.`,
    proof_missing: (f: Facts) => {
      const { list, awaited } = missingWords(f, 'id');
      return `Bukti hasil cek belum lengkap: ${list}.${awaited > 0 ? ` ${awaited} foto masih dalam perjalanan.` : ''}`;
    },
  },
  en: {
    too_quick: (f) =>
      `The form was open ${n(f, 'seconds')} seconds for ${n(f, 'questions')} questions. Was there time to read them aloud?`,
    far_away: (f) => `The position lies ${metres(n(f, 'metres'))} from its village.`,
    same_photo: () => 'The photo resembles that of another enterprise.',
    same_phone: (f) => `This phone number is used by ${n(f, 'enterprises')} enterprises.`,
    same_answers: (f) => `${n(f, 'submissions')} submissions in a row have nearly the same answers.`,
    sales_unusual: (f) =>
      `Sales of ${rupiah(n(f, 'sales'), 'en')} a year; in this sector about ${rupiah(n(f, 'usual'), 'en')} is usual.`,
    sales_per_worker: (f) =>
      `Sales of ${rupiah(n(f, 'sales'), 'en')} a year with ${n(f, 'workers')} workers. One of the two may be wrong.`,
    at_night: (f) => `Filled in at ${String(n(f, 'hour')).padStart(2, '0')}:00, at night.`,
    clock_wrong: (f) => `The phone’s clock is ${apart(f, 'en')} off the office’s.`,
    proof_missing: (f) => {
      const { list, awaited } = missingWords(f, 'en');
      return `The verdict still lacks proof: ${list}.${awaited > 0 ? ` ${awaited} photos are on their way.` : ''}`;
    },
  },
});

const names = defineMessages({
  id: {
    too_quick: 'terlalu cepat',
    far_away: 'jauh dari kelurahan',
    same_photo: 'foto mirip',
    same_phone: 'HP sama',
    same_answers: 'jawaban seragam',
    sales_unusual: 'penjualan tidak biasa',
    sales_per_worker: 'penjualan dan pekerja',
    at_night: 'malam hari',
    clock_wrong: 'jam HP',
    proof_missing: 'bukti belum lengkap',
    reassigned: 'baris sudah dialihkan',
    edited_in_office: 'diubah kantor',
    answered_twice: 'dijawab dua kali',
    round_closed: 'datang setelah ditutup',
    unfinished: 'belum selesai diisi',
    second_look: 'kunjungan ulang',
  },
  en: {
    too_quick: 'too quick',
    far_away: 'far from the village',
    same_photo: 'similar photo',
    same_phone: 'same phone',
    same_answers: 'uniform answers',
    sales_unusual: 'unusual sales',
    sales_per_worker: 'sales and workers',
    at_night: 'at night',
    clock_wrong: 'phone clock',
    proof_missing: 'proof missing',
    reassigned: 'row was reassigned',
    edited_in_office: 'changed in the office',
    answered_twice: 'answered twice',
    round_closed: 'came after closing',
    unfinished: 'not finished',
    second_look: 'second look',
  },
});

const conflictSentences = defineMessages({
  id: {
    reassigned: 'Baris ini sudah dialihkan ke pendata lain ketika kiriman ini masuk.',
    edited_in_office: 'Data usaha ini diubah di kantor setelah diunduh ke HP.',
    answered_twice:
      'Usaha ini dijawab lebih dari satu kali. Setujui yang benar; yang lain tersimpan sebagai riwayat.',
    round_closed: 'Kiriman ini datang setelah pendataan ditutup.',
    unfinished: 'Ini draf yang diselamatkan dari HP, belum selesai diisi. Kembalikan supaya diselesaikan.',
    second_look: 'Ini hasil kunjungan ulang.',
  },
  en: {
    reassigned: 'This row had been given to another enumerator when this came in.',
    edited_in_office: 'The enterprise was changed in the office after the phone fetched it.',
    answered_twice:
      'This enterprise was answered more than once. Approve the right one; the others are kept as history.',
    round_closed: 'This came in after the round was closed.',
    unfinished: 'A draft rescued from the phone, not finished. Send it back to be completed.',
    second_look: 'This is a second look.',
  },
});

export function checkSentence(check: string, facts: Facts, locale: Locale): string {
  const all = messagesFor(sentences, locale) as unknown as Record<string, (facts: Facts) => string>;
  return all[check]?.(facts) ?? check;
}
export function remarkName(code: string, locale: Locale): string {
  return (messagesFor(names, locale) as Record<string, string>)[code] ?? code;
}
export function conflictSentence(code: string, locale: Locale): string {
  return (messagesFor(conflictSentences, locale) as Record<string, string>)[code] ?? code;
}
