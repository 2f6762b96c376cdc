import { numberInWords } from '#kernel/number-words.ts';
import type { Paper } from '#papers/paper.ts';
import type { Activity, Dress } from './activity.ts';
import type { PaperSettings } from './paper-settings.ts';
import {
  dayInWords,
  numberOr,
  placeAndDate,
  portrait,
  signedBy,
  solemnDay,
  spanInWords,
} from './paper-words.ts';

const count = (value: number) => `${value} (${numberInWords(value)}) orang`;

/** Berita acara pelaksanaan: that the activity was held, where, when, and with how many. */
export function minutesPaper(activity: Activity, settings: PaperSettings, dress: Dress): Paper {
  const { programme, intake, days, people, place, there } = activity;
  const came = new Set([...there.values()].flatMap((who) => [...who]));
  return portrait(dress, `Berita acara ${intake}`, [
    {
      kind: 'title',
      text: 'Berita acara pelaksanaan kegiatan',
      below: `Nomor: ${numberOr(settings.minutesNumber)}`,
    },
    {
      kind: 'paragraph',
      indent: true,
      text: `Pada hari ini, ${solemnDay(dress.day)}, kami yang bertanda tangan di bawah ini menerangkan bahwa kegiatan ${programme} (${intake}) telah dilaksanakan${settings.basis ? ` berdasarkan ${settings.basis}` : ''} dengan keterangan sebagai berikut:`,
    },
    {
      kind: 'facts',
      rows: [
        { term: 'Tanggal', value: spanInWords(activity) },
        { term: 'Tempat', value: place ?? days[0]?.place ?? '..............................' },
        { term: 'Peserta terdaftar', value: count(people.length) },
        {
          term: 'Peserta hadir',
          value: there.size === 0 ? '..............................' : count(came.size),
        },
      ],
    },
    {
      kind: 'table',
      columns: [
        { title: 'Hari, tanggal', width: 32 },
        { title: 'Materi', width: 30 },
        { title: 'Narasumber', width: 24 },
        { title: 'Hadir', width: 14, align: 'center' },
      ],
      rows: days.map((day) => [
        dayInWords(day.day),
        day.topics.join('; '),
        day.trainers.join(', '),
        there.has(day.day) ? `${there.get(day.day)?.size} orang` : '',
      ]),
    },
    {
      kind: 'paragraph',
      indent: true,
      text: 'Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.',
    },
    signedBy({ over: 'Mengetahui,', by: dress.head }, { over: placeAndDate(dress), by: dress.organiser }),
  ]);
}
