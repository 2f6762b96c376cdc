import type { Block, Paper } from '#papers/paper.ts';
import { type Activity, type Dress, daysOf } from './activity.ts';
import type { PaperSettings } from './paper-settings.ts';
import { dayInWords, numberOr, placeAndDate, portrait, signedBy, spanInWords } from './paper-words.ts';

export type ReportPhoto = Extract<Block, { kind: 'photos' }>['photos'][number];

/** Laporan kegiatan: ground and purpose, how it went, who came, what came of it, and photographs. */
export function reportPaper(
  activity: Activity,
  settings: PaperSettings,
  dress: Dress,
  photos: readonly ReportPhoto[],
): Paper {
  const { programme, intake, days, people, there, place } = activity;
  const marked = there.size > 0;
  const attended = people.map((person) => ({
    ...person,
    days: marked ? daysOf(activity, person.participantId) : 0,
  }));
  const came = attended.filter((person) => person.days > 0).length;
  const whole = attended.filter((person) => person.days === there.size).length;
  return portrait(dress, `Laporan ${intake}`, [
    { kind: 'title', text: 'Laporan kegiatan', below: `Nomor: ${numberOr(settings.reportNumber)}` },
    {
      kind: 'facts',
      rows: [
        { term: 'Kegiatan', value: `${programme} (${intake})` },
        { term: 'Tanggal', value: spanInWords(activity) },
        { term: 'Tempat', value: place ?? days[0]?.place ?? '..............................' },
      ],
    },
    { kind: 'heading', text: 'A. Dasar dan tujuan' },
    ...(settings.basis ? [text(`Kegiatan ini dilaksanakan berdasarkan ${settings.basis}.`)] : []),
    text(settings.purpose),
    { kind: 'heading', text: 'B. Pelaksanaan' },
    text(
      `Kegiatan berlangsung ${days.length} hari${place ? ` di ${place}` : ''} dengan ${people.length} peserta terdaftar.`,
    ),
    {
      kind: 'table',
      columns: [
        { title: 'Hari, tanggal', width: 30 },
        { title: 'Materi', width: 32 },
        { title: 'Narasumber', width: 24 },
        { title: 'Hadir', width: 14, align: 'center' },
      ],
      rows: days.map((day) => [
        dayInWords(day.day),
        day.topics.join('; '),
        day.trainers.join(', '),
        there.has(day.day) ? `${there.get(day.day)?.size} dari ${people.length}` : '',
      ]),
    },
    { kind: 'heading', text: 'C. Kehadiran peserta' },
    ...(marked
      ? [
          text(
            `${came} dari ${people.length} peserta hadir paling sedikit satu hari; ${whole} peserta hadir pada semua ${there.size} hari yang dicatat.`,
          ),
          {
            kind: 'table',
            columns: [
              { title: 'No', width: 8, align: 'center' },
              { title: 'Nama', width: 32 },
              { title: 'Nama usaha', width: 32 },
              { title: 'Hadir', width: 28, align: 'center' },
            ],
            rows: attended.map((one, at) => [
              String(at + 1),
              one.name,
              one.enterprise,
              `${one.days} dari ${there.size} hari`,
            ]),
          } satisfies Block,
        ]
      : [text('Kehadiran terlampir pada daftar hadir.')]),
    { kind: 'heading', text: 'D. Hasil' },
    text(settings.result),
    { kind: 'heading', text: 'E. Saran dan tindak lanjut' },
    text(settings.advice),
    text('Demikian laporan ini dibuat untuk menjadi bahan pertimbangan lebih lanjut.'),
    signedBy({ over: 'Mengetahui,', by: dress.head }, { over: placeAndDate(dress), by: dress.organiser }),
    ...(photos.length > 0
      ? ([
          { kind: 'page_break' },
          { kind: 'heading', text: 'Dokumentasi' },
          { kind: 'photos', photos },
        ] as const)
      : []),
  ]);
}

const text = (words: string): Block => ({ kind: 'paragraph', text: words });
