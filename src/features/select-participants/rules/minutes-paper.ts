import { formatInstant, formatLongDate, formatWeekday, type PlainDate } from '#kernel/calendar.ts';
import type { Block, Paper, SignaturePlace } from '#papers/paper.ts';
import type { MinutesContent, MinutesIntake, MinutesPerson } from './minutes-content.ts';
import { pointsInWords } from './plan-words.ts';

/** As many as are printed of a waiting list; the whole one is with the published result. */
const WAITING_PRINTED = 50;

/** Berita acara hasil seleksi, as it is signed. @param logo PNG of the letterhead of that day */
export function minutesPaper(
  content: MinutesContent,
  { number, dated, logo }: { number: string; dated: PlainDate; logo: Uint8Array | null },
): Paper {
  const { intakes } = content;
  const chosen = intakes.reduce((sum, one) => sum + one.chosen.length, 0);
  const day = `${formatWeekday(dated)} tanggal ${formatLongDate(dated)}`;
  return {
    title: `Berita acara seleksi peserta ${content.programme}`,
    page: 'portrait',
    letterhead: { ...content.letterhead, logo },
    blocks: [
      { kind: 'title', text: 'Berita Acara Seleksi Peserta', below: `Nomor: ${number}` },
      {
        kind: 'paragraph',
        align: 'justify',
        indent: true,
        text: `Pada hari ${day}, kami yang bertanda tangan di bawah ini menetapkan peserta ${content.programme} (${listed(intakes.map(({ name }) => name))}) dengan hasil sebagai berikut.`,
      },
      { kind: 'heading', text: 'Dasar' },
      {
        kind: 'list',
        numbered: true,
        items: [
          `Cara seleksi dikunci dan diumumkan pada ${formatInstant(Date.parse(content.lockedAt))}, sebelum pendaftaran ditutup. Kunci undian yang diumumkan: ${content.seed}.`,
          `Penilaian (poin): ${listed(content.criteria.map(({ name, weight }) => `${name} ${weight}`))}.`,
          content.takePart,
          `Daftar resmi dihitung satu kali pada ${formatInstant(Date.parse(content.ranAt))}: ${content.way}; ${content.proof}. Bila nilai sama, undian dari kunci tersebut menentukan urutan.`,
        ],
      },
      { kind: 'heading', text: 'Ringkasan' },
      {
        kind: 'table',
        columns: [
          { title: 'Angkatan', width: 36 },
          { title: 'Kursi', width: 16, align: 'right' },
          { title: 'Pendaftar', width: 16, align: 'right' },
          { title: 'Ikut dinilai', width: 16, align: 'right' },
          { title: 'Ditetapkan', width: 16, align: 'right' },
        ],
        rows: intakes.map((one) => [
          one.name,
          `${one.seats}`,
          `${one.applied}`,
          `${one.takers}`,
          `${one.chosen.length}`,
        ]),
      },
      ...limitBlocks(content),
      ...intakes.flatMap((intake) => intakeBlocks(intake, intakes.length > 1)),
      { kind: 'heading', text: 'Ketentuan' },
      {
        kind: 'list',
        numbered: true,
        items: [
          `Peserta menjawab bersedia atau tidak dalam ${content.answerDays} hari. Tanpa jawaban sampai pukul 23.59 WIB pada hari terakhir, kursinya untuk cadangan berikutnya.`,
          `Cadangan naik menurut urutan di atas${content.moveUpDays > 0 ? ` sampai ${content.moveUpDays} hari sejak kegiatan dimulai` : ' sampai kegiatan dimulai'}; kursi khusus dan batas tetap dijaga.`,
          'Yang belum terpilih dapat menanyakan alasannya kepada dinas.',
        ],
      },
      {
        kind: 'paragraph',
        align: 'justify',
        indent: true,
        text: `Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya. Ditetapkan ${chosen} peserta.`,
      },
      ...signatureBlocks(content, dated),
    ],
  };
}

function limitBlocks({ limits }: MinutesContent): Block[] {
  if (limits.length === 0) return [];
  return [
    { kind: 'heading', text: 'Kursi khusus dan batas' },
    {
      kind: 'table',
      columns: [
        { title: 'Untuk', width: 52 },
        { title: 'Aturan', width: 28 },
        { title: 'Tercapai', width: 20, align: 'right' },
      ],
      rows: limits.map(({ words, kind, wanted, reached }) => [
        words,
        kind === 'reserve' ? `paling sedikit ${wanted} kursi` : `paling banyak ${wanted} kursi`,
        `${reached} kursi`,
      ]),
    },
  ];
}

const people = (rows: readonly MinutesPerson[], numbered: (at: number) => string): Block => ({
  kind: 'table',
  columns: [
    { title: 'No.', width: 8, align: 'right' },
    { title: 'Usaha', width: 36 },
    { title: 'Kelurahan', width: 20 },
    { title: 'Nilai', width: 14, align: 'right' },
    { title: 'Keterangan', width: 22 },
  ],
  rows: rows.map(({ name, village, score, rank, by }, at) => [
    numbered(at),
    name,
    village ?? '–',
    score === null ? '–' : pointsInWords(score, 'id'),
    [rank === null ? '' : `urutan ${rank}`, by].filter(Boolean).join('; '),
  ]),
});

function intakeBlocks(intake: MinutesIntake, several: boolean): Block[] {
  const { name, chosen, waiting, overrides } = intake;
  const of = several ? ` ${name}` : '';
  const rest = waiting.length - WAITING_PRINTED;
  return [
    { kind: 'heading', text: `Peserta${of}` },
    people(chosen, (at) => `${at + 1}`),
    ...(waiting.length > 0
      ? [
          { kind: 'heading' as const, text: `Cadangan${of}` },
          people(waiting.slice(0, WAITING_PRINTED), (at) => `${at + 1}`),
          ...(rest > 0
            ? [
                {
                  kind: 'paragraph' as const,
                  text: `Dan ${rest} cadangan berikutnya menurut daftar hasil seleksi.`,
                },
              ]
            : []),
        ]
      : []),
    ...(overrides.length > 0
      ? [
          { kind: 'heading' as const, text: `Keputusan di luar urutan${of}` },
          {
            kind: 'table' as const,
            columns: [
              { title: 'Mendapat kursi', width: 25 },
              { title: 'Digantikan', width: 25 },
              { title: 'Alasan', width: 30 },
              { title: 'Diputuskan', width: 20 },
            ],
            rows: overrides.map(({ seated, displaced, reason, by, on }) => [
              seated,
              displaced ?? 'kursi kosong',
              reason,
              `${by}, ${formatLongDate(on)}`,
            ]),
          },
        ]
      : []),
  ];
}

function signatureBlocks({ city, signatures }: MinutesContent, dated: PlainDate): Block[] {
  const place = `${city ? `${city}, ` : ''}${formatLongDate(dated)}`;
  const lead = signatures.filter(({ duty }) => duty === 'lead');
  const members = signatures.filter(({ duty }) => duty === 'member');
  const acknowledged = signatures.filter(({ duty }) => duty === 'acknowledged');
  const first: SignaturePlace[] = [
    ...acknowledged.map(({ by }) => ({ over: 'Mengetahui,', by })),
    ...lead.map(({ by }) => ({ over: `${place}\nKetua tim,`, by })),
  ];
  return [
    { kind: 'signatures', places: first },
    ...(members.length > 0
      ? [{ kind: 'signatures' as const, places: members.map(({ by }) => ({ over: 'Anggota tim,', by })) }]
      : []),
  ];
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} dan ${parts.at(-1)}`;
}
