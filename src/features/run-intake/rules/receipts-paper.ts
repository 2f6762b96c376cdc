import { formatRupiah } from '#kernel/money.ts';
import { numberInWords } from '#kernel/number-words.ts';
import type { Column, Paper } from '#papers/paper.ts';
import { type Activity, type Dress, daysOf } from './activity.ts';
import type { PaperSettings } from './paper-settings.ts';
import { placeAndDate, portrait, signedBy, spanInWords } from './paper-words.ts';

type Given = Pick<PaperSettings, 'transportPerDay' | 'material' | 'materialName'>;

/** What one participant signs for, in rupiah. Who never came gets nothing. */
export function receiptOf(
  activity: Pick<Activity, 'days' | 'there'>,
  { transportPerDay, material }: Given,
  participantId: string,
): { days: number; transport: number; material: number; total: number } {
  const days = daysOf(activity, participantId);
  const transport = days * transportPerDay;
  const taken = days > 0 ? material : 0;
  return { days, transport, material: taken, total: transport + taken };
}

/** Tanda terima: what each participant received, with room to sign. Without amounts they are written in by hand. */
export function receiptsPaper(activity: Activity, settings: Given, dress: Dress): Paper {
  const { transportPerDay, material, materialName } = settings;
  const lines = activity.people.map((person) => ({
    ...person,
    ...receiptOf(activity, settings, person.participantId),
  }));
  type Amount = { title: string; of: (line: (typeof lines)[number]) => number };
  // Columns stand only for what is handed out.
  const single: Amount[] = [
    ...(transportPerDay > 0
      ? [{ title: 'Transpor', of: ({ transport }) => transport } satisfies Amount]
      : []),
    ...(material > 0
      ? [{ title: capital(materialName || 'bahan'), of: (line) => line.material } satisfies Amount]
      : []),
  ];
  const shown: Amount[] =
    single.length > 1 ? [...single, { title: 'Jumlah', of: (line) => line.total }] : single;
  const hasAmounts = shown.length > 0;
  const sum = (of: Amount['of']) => lines.reduce((added, line) => added + of(line), 0);
  const money = (amount: number) => (amount > 0 ? formatRupiah(amount) : '–');
  const page = shown.length > 1 ? 'landscape' : 'portrait';
  const widths = page === 'landscape' ? { name: 20, each: 13 } : { name: 30, each: 17 };
  const columns: Column[] = [
    { title: 'No', width: 6, align: 'center' },
    { title: 'Nama', width: widths.name },
    { title: 'Nama usaha', width: 100 - 6 - widths.name - Math.max(1, shown.length) * widths.each - 20 },
    ...(hasAmounts ? shown : [{ title: 'Jumlah' }]).map(
      ({ title }): Column => ({ title, width: widths.each, align: 'right' }),
    ),
    { title: 'Tanda tangan', width: 20, align: 'zigzag' },
  ];
  const total = sum((line) => line.total);
  const paper = portrait(dress, `Tanda terima ${activity.intake}`, [
    { kind: 'title', text: 'Tanda terima', below: null },
    {
      kind: 'facts',
      rows: [
        { term: 'Kegiatan', value: `${activity.programme} (${activity.intake})` },
        { term: 'Tanggal', value: spanInWords(activity) },
        {
          term: 'Berupa',
          value:
            [
              transportPerDay > 0 && `uang transpor ${formatRupiah(transportPerDay)} setiap hari hadir`,
              material > 0 && `${materialName || 'bahan'} senilai ${formatRupiah(material)}`,
            ]
              .filter(Boolean)
              .join(' dan ') || '..............................',
        },
      ],
    },
    {
      kind: 'table',
      rowHeight: 9,
      columns,
      rows: lines.map((line, at) => [
        String(at + 1),
        line.name,
        line.enterprise,
        ...(hasAmounts ? shown.map(({ of }) => money(of(line))) : ['']),
        `${at + 1}.`,
      ]),
      foot: ['', 'Jumlah', '', ...(hasAmounts ? shown.map(({ of }) => money(sum(of))) : ['']), ''],
    },
    ...(hasAmounts
      ? [
          {
            kind: 'paragraph',
            align: 'left',
            text: `Terbilang: ${numberInWords(total)} rupiah.`,
          } as const,
        ]
      : []),
    signedBy(
      { over: 'Mengetahui,', by: dress.organiser },
      { over: placeAndDate(dress), by: dress.treasurer },
    ),
  ]);
  return { ...paper, page };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
