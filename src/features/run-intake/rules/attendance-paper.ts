import type { Paper } from '#papers/paper.ts';
import type { Activity, ActivityDay, Dress } from './activity.ts';
import type { PaperSettings } from './paper-settings.ts';
import { dayInWords, placeAndDate, portrait, signedBy, timeInWords } from './paper-words.ts';

/** Daftar hadir of one day, to be signed by hand; empty lines for those who come besides. */
export function attendancePaper(
  activity: Activity,
  day: ActivityDay,
  settings: Pick<PaperSettings, 'emptyLines'>,
  dress: Dress,
): Paper {
  const lines = [
    ...activity.people.map(({ name, enterprise, village }) => [name, enterprise, village ?? '']),
    ...Array.from({ length: settings.emptyLines }, () => ['', '', '']),
  ];
  return portrait(dress, `Daftar hadir ${activity.intake} ${day.day}`, [
    { kind: 'title', text: 'Daftar hadir peserta', below: null },
    {
      kind: 'facts',
      rows: [
        { term: 'Kegiatan', value: `${activity.programme} (${activity.intake})` },
        { term: 'Hari, tanggal', value: dayInWords(day.day) },
        { term: 'Waktu', value: timeInWords(day) },
        { term: 'Tempat', value: day.place ?? '..............................' },
        ...(day.topics.length > 0 ? [{ term: 'Materi', value: day.topics.join('; ') }] : []),
      ],
    },
    {
      kind: 'table',
      rowHeight: 9,
      columns: [
        { title: 'No', width: 7, align: 'center' },
        { title: 'Nama', width: 25 },
        { title: 'Nama usaha', width: 24 },
        { title: 'Kelurahan/desa', width: 21 },
        { title: 'Tanda tangan', width: 23, align: 'zigzag' },
      ],
      rows: lines.map((cells, at) => [String(at + 1), ...cells, `${at + 1}.`]),
    },
    signedBy({ over: placeAndDate(dress), by: dress.organiser }),
  ]);
}
