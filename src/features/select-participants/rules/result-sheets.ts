import { formatInstant } from '#kernel/calendar.ts';
import { lotOf } from '#selection/lots.ts';
import { SCORE_SCALE } from '#selection/score.ts';
import type { SelectionFile } from '#selection/selection-file.ts';
import { withoutPersonal } from './personal-tags.ts';
import {
  criterionName,
  criterionRule,
  quotaInWords,
  reserveInWords,
  tagName,
  takePartInWords,
} from './plan-words.ts';
import { outcomeSentence } from './reason-words.ts';
import type { ResultReason } from './result-reason.ts';
import { criterionCode, type SelectionPlan, type Tag } from './selection-plan.ts';
import { shareCounts } from './share-counts.ts';

type Cell = string | number | null;
export type Sheet = {
  name: string;
  columns: { title: string; kind?: 'number'; width?: number }[];
  rows: Cell[][];
};

/** A result as the workbook tells it; `name` and `village` as in the register. */
export type SheetResult = {
  intakeId: string;
  enterpriseId: string;
  name: string;
  village: string | null;
  rank: number | null;
  score: number | null;
  seated: boolean;
  waitingPlace: number | null;
  reason: ResultReason;
};

export type Told = {
  office: string;
  name: string;
  plan: SelectionPlan;
  seed: string;
  seedSource: string | null;
  lockedAt: Date;
  lockedBy: string;
  ranAt: Date;
  ranBy: string;
  intakes: readonly { intakeId: string; name: string }[];
  file: SelectionFile;
  results: readonly SheetResult[];
  /** False where the file holds personal data that this person may not see. */
  withFile: boolean;
};

/** Excel's cells end at 32.767 characters. */
const PIECE = 30_000;

/**
 * The workbook that a result is checked with, on paper or in any spreadsheet: points can be added up again with SUMPRODUCT,
 * shares counted again with COUNTIFS, and the file put together again from its pieces. Written in Indonesian, as papers are.
 */
export function resultSheets(told: Told): Sheet[] {
  return [
    rankingSheet(told),
    sharesSheet(told),
    rulesSheet(told),
    ...(told.withFile ? [fileSheet(told)] : []),
  ];
}

/** Columns before the values of the criteria. */
const FIRST = ['Angkatan', 'Urutan', 'Usaha', 'Kelurahan', 'Nomor usaha'];

/** Tags with a column of their own; personal data has none. */
const shownTags = ({ problem }: SelectionFile): Tag[] =>
  [...new Set([...problem.reserves, ...problem.quotas].map(({ tag }) => tag as Tag))]
    .filter((tag) => tag !== 'disability')
    .sort();

function rankingSheet({ plan, file, intakes, results, seed }: Told): Sheet {
  const nameOf = new Map(intakes.map(({ intakeId, name }) => [intakeId, name]));
  const tagsOf = new Map(file.problem.candidates.map(({ id, tags }) => [id, tags]));
  const tags = shownTags(file);
  const number = (title: string) => ({ title, kind: 'number' as const });
  return {
    name: 'Peringkat',
    columns: [
      { title: FIRST[0]!, width: 26 },
      number(FIRST[1]!),
      { title: FIRST[2]!, width: 32 },
      { title: FIRST[3]!, width: 18 },
      { title: FIRST[4]!, width: 38 },
      ...plan.criteria.map((criterion) => number(`Nilai: ${criterionName(criterion, 'id')}`)),
      number('Jumlah poin'),
      number('Undian'),
      { title: 'Hasil', width: 16 },
      number('Cadangan nomor'),
      ...tags.map((tag) => ({ title: tagName(tag, 'id') })),
      { title: 'Alasan', width: 60 },
    ],
    rows: [
      // The weights, so that each row is SUMPRODUCT of this one and its own values.
      [
        'Bobot',
        null,
        null,
        null,
        null,
        ...plan.criteria.map(({ weight }) => weight),
        null,
        null,
        null,
        null,
        ...tags.map(() => null),
        null,
      ],
      ...results.map(
        ({ intakeId, enterpriseId, name, village, rank, score, seated, waitingPlace, reason }) => {
          const values = new Map(reason.points.map((one) => [criterionCode(one.criterion), one.value]));
          const own = tagsOf.get(enterpriseId) ?? [];
          return [
            nameOf.get(intakeId) ?? '',
            rank,
            name,
            village,
            enterpriseId,
            ...plan.criteria.map((criterion) => values.get(criterionCode(criterion)) ?? null),
            score === null ? null : score / SCORE_SCALE,
            rank === null ? null : lotOf(seed, enterpriseId),
            seated ? 'Terpilih' : waitingPlace !== null ? 'Cadangan' : 'Tidak ikut',
            waitingPlace,
            ...tags.map((tag) => (own.includes(tag) ? 'ya' : '')),
            outcomeSentence(withoutPersonal(reason), 'id', 'officer'),
          ];
        },
      ),
    ],
  };
}

function sharesSheet({ file, intakes }: Told): Sheet {
  const nameOf = new Map(intakes.map(({ intakeId, name }) => [intakeId, name]));
  return {
    name: 'Kursi khusus & kuota',
    columns: [
      { title: 'Aturan', width: 18 },
      { title: 'Kelompok', width: 30 },
      { title: 'Angkatan', width: 40 },
      { title: 'Batas (kursi)', kind: 'number' },
      { title: 'Pendaftar', kind: 'number' },
      { title: 'Terpilih', kind: 'number' },
      { title: 'Terpenuhi' },
      { title: 'Cara menghitung ulang', width: 70 },
    ],
    rows: shareCounts(file.problem, file.selection.seats).map(
      ({ kind, tag, intakes: of, limit, applicants, chosen }) => [
        kind === 'reserve' ? 'Paling sedikit' : 'Paling banyak',
        tagName(tag, 'id'),
        of.map((id) => nameOf.get(id) ?? '').join('; '),
        limit,
        applicants,
        chosen,
        (kind === 'reserve' ? chosen >= limit : chosen <= limit) ? 'ya' : 'tidak',
        tag === 'disability'
          ? 'Data pribadi: hanya jumlahnya yang ditampilkan.'
          : `COUNTIFS pada lembar Peringkat: Hasil = "Terpilih" dan ${tagName(tag, 'id')} = "ya"`,
      ],
    ),
  };
}

function rulesSheet(told: Told): Sheet {
  const { plan, file, intakes, seed, seedSource } = told;
  const nameOf = (id: string | null) => intakes.find(({ intakeId }) => intakeId === id)?.name ?? null;
  const { problem, selection } = file;
  return {
    name: 'Aturan',
    columns: [
      { title: 'Hal', width: 28 },
      { title: 'Isi', width: 110 },
    ],
    rows: [
      ['Kantor', told.office],
      ['Seleksi', told.name],
      ['Dikunci dan diumumkan', `${formatInstant(told.lockedAt.getTime())}, ${told.lockedBy}`],
      ['Dijalankan', `${formatInstant(told.ranAt.getTime())}, ${told.ranBy}`],
      ['Kunci undian', seed],
      ['Asal kunci undian', seedSource ?? 'diundi program saat dikunci'],
      [
        'Undian',
        'Bila nilai sama, undian terkecil didahulukan. Undian = 48 bit pertama (12 angka heksadesimal) dari SHA-256 atas teks "kunci:nomor usaha".',
      ],
      [
        'Jumlah poin',
        'SUMPRODUCT baris "Bobot" dengan kolom Nilai pada baris usaha; yang kosong belum diketahui dan dihitung 0.',
      ],
      ...plan.criteria.map((criterion) => [
        `Poin ${criterion.weight}: ${criterionName(criterion, 'id')}`,
        criterionRule(criterion, 'id'),
      ]),
      ...plan.reserves.map((one) => ['Kursi khusus', reserveInWords(one, nameOf(one.intakeId), 'id')]),
      ...plan.quotas.map((one) => ['Kuota', quotaInWords(one, nameOf(one.intakeId), 'id')]),
      ['Yang ikut dipilih', takePartInWords(plan.takePart, 'id')],
      ...problem.intakes.map(({ code, seats, costPerSeat }) => [
        'Kursi',
        `${nameOf(code) ?? code}: ${seats} kursi, Rp ${costPerSeat.toLocaleString('id-ID')} per kursi`,
      ]),
      ...problem.budgets.map(({ ceiling }) => ['Anggaran', `Rp ${ceiling.toLocaleString('id-ID')}`]),
      [
        'Pembuktian',
        selection.proof === 'best'
          ? 'Terbukti: tidak ada daftar lain yang sah dengan nilai lebih tinggi.'
          : `Daftar sah lain paling banyak ${(selection.certificate.gap * 100).toLocaleString('id-ID', { maximumFractionDigits: 4 })}% lebih tinggi nilainya.`,
      ],
      [
        'Periksa sendiri',
        told.withFile
          ? 'npm run gawangan -- selection verify BERKAS (buku kerja ini, atau berkas .json dari layar seleksi)'
          : 'npm run gawangan -- selection verify BERKAS. Berkasnya memuat data pribadi, jadi diunduh tersendiri oleh yang berwenang.',
      ],
    ],
  };
}

function fileSheet({ file }: Told): Sheet {
  const pieces = piecesOf(JSON.stringify(file));
  return {
    name: 'Berkas',
    columns: [
      { title: 'Bagian', kind: 'number' },
      { title: 'Isi', width: 100 },
    ],
    rows: pieces.map((piece, at) => [at + 1, piece]),
  };
}

/** Cut where no blank is, since programs take blanks at the edge of a cell away. */
export function piecesOf(text: string, length = PIECE): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + length);
    while (end > at && end < text.length && /\s/.test(text.slice(end - 1, end + 1))) end -= 1;
    if (end === at) throw new RangeError('nothing but blanks');
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}
