import type { Paper } from '#papers/paper.ts';
import type { Activity, Dress } from './activity.ts';
import type { PaperSettings } from './paper-settings.ts';
import { dayInWords, numberOr, placeAndDate, portrait, signedBy, timeInWords } from './paper-words.ts';

/** Surat undangan to all who have a seat; their names are its appendix. */
export function invitationPaper(activity: Activity, settings: PaperSettings, dress: Dress): Paper {
  const { programme, intake, days, people, place } = activity;
  const [first] = days;
  const sameHours = days.every(({ from, to }) => from === first?.from && to === first?.to);
  const isOneDay = days.length === 1;
  const when =
    first &&
    (isOneDay ? dayInWords(first.day) : `${dayInWords(first.day)} sampai ${dayInWords(days.at(-1)!.day)}`);
  return portrait(dress, `Surat undangan ${intake}`, [
    { kind: 'paragraph', text: placeAndDate(dress), align: 'right' },
    {
      kind: 'facts',
      rows: [
        { term: 'Nomor', value: numberOr(settings.invitationNumber) },
        { term: 'Sifat', value: 'Biasa' },
        { term: 'Lampiran', value: '1 (satu) berkas' },
        { term: 'Hal', value: `Undangan ${programme}` },
      ],
    },
    {
      kind: 'paragraph',
      text: 'Yth. Bapak/Ibu pelaku usaha\n(daftar nama terlampir)\ndi tempat',
      align: 'left',
    },
    {
      kind: 'paragraph',
      indent: true,
      text: `${settings.basis ? `Berdasarkan ${settings.basis}, kami` : 'Kami'} mengundang Bapak/Ibu untuk mengikuti ${programme} (${intake}), yang akan dilaksanakan pada:`,
    },
    {
      kind: 'facts',
      rows: [
        { term: 'Hari, tanggal', value: when ?? '' },
        ...(sameHours || isOneDay
          ? [{ term: 'Waktu', value: timeInWords(first ?? { from: null, to: null }) }]
          : [{ term: 'Waktu', value: 'Sesuai jadwal terlampir' }]),
        { term: 'Tempat', value: place ?? first?.place ?? '..............................' },
        { term: 'Acara', value: programme },
      ],
    },
    {
      kind: 'paragraph',
      indent: true,
      text: 'Mohon hadir tepat waktu dan membawa KTP serta surat ini. Bila berhalangan, mohon segera memberi kabar kepada kami agar tempatnya dapat diberikan kepada peserta cadangan.',
    },
    {
      kind: 'paragraph',
      indent: true,
      text: 'Demikian undangan ini kami sampaikan. Atas perhatian dan kehadiran Bapak/Ibu, kami ucapkan terima kasih.',
    },
    signedBy({ over: null, by: dress.head }),
    { kind: 'page_break' },
    {
      kind: 'paragraph',
      align: 'left',
      text: `Lampiran surat undangan\nNomor: ${numberOr(settings.invitationNumber)}`,
    },
    ...(days.length > 1 || (first?.topics.length ?? 0) > 0
      ? ([
          { kind: 'heading', text: 'Jadwal' },
          {
            kind: 'table',
            columns: [
              { title: 'Hari, tanggal', width: 30 },
              { title: 'Waktu', width: 24 },
              { title: 'Materi', width: 46 },
            ],
            rows: days.map((day) => [
              dayInWords(day.day),
              day.from ? timeInWords(day) : '',
              [day.topics.join('; '), day.trainers.length > 0 ? `Narasumber: ${day.trainers.join(', ')}` : '']
                .filter(Boolean)
                .join('\n'),
            ]),
          },
        ] as const)
      : []),
    { kind: 'heading', text: `Daftar peserta (${people.length} orang)` },
    {
      kind: 'table',
      columns: [
        { title: 'No', width: 8, align: 'center' },
        { title: 'Nama', width: 34 },
        { title: 'Nama usaha', width: 34 },
        { title: 'Kelurahan/desa', width: 24 },
      ],
      rows: people.map((one, at) => [String(at + 1), one.name, one.enterprise, one.village ?? '']),
    },
  ]);
}
