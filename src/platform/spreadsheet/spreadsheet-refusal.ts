/** One sentence or two for a person, in both languages of the screens. */
export interface Bilingual {
  id: string;
  en: string;
}

/** A file that is not read (further), as a value: what happened and what to do, ready to be shown. */
export interface SpreadsheetRefusal {
  code: RefusalCode;
  message: Bilingual;
  /** The figures and places of the message: sheet name, row, limit … */
  details: RefusalDetails;
}

export interface RefusalDetails {
  sheet?: string;
  row?: number;
  /** Position from 1, as a person counts. */
  column?: number;
  limit?: number;
  found?: number;
  /** Technical reason for the log; never shown, holds no cell content. */
  reason?: string;
}

const RESAVE = {
  id: 'Buka berkasnya di Excel atau LibreOffice, lalu simpan ulang sebagai .xlsx dan kirim lagi.',
  en: 'Open it in Excel or LibreOffice, save it again as .xlsx and send that file.',
};

function place(details: RefusalDetails): Bilingual {
  const id = [details.sheet && `lembar “${details.sheet}”`, details.row && `baris ${details.row}`]
    .filter(Boolean)
    .join(', ');
  const en = [details.sheet && `sheet “${details.sheet}”`, details.row && `row ${details.row}`]
    .filter(Boolean)
    .join(', ');
  return { id: id && ` (${id})`, en: en && ` (${en})` };
}

const count = (value = 0) => ({ id: value.toLocaleString('id-ID'), en: value.toLocaleString('en') });
const megabytes = (value = 0) => Math.round(value / 1024 / 1024);

const MESSAGES = {
  'empty-file': () => ({
    id: 'Berkas ini kosong. Periksa apakah daftarnya sudah tersimpan, lalu kirim lagi.',
    en: 'This file is empty. Check that the list was saved, then send it again.',
  }),
  'no-rows': () => ({
    id: 'Berkas terbuka, tetapi tidak ada satu baris pun yang terisi. Pilih berkas yang memuat daftarnya.',
    en: 'The file opens, but no row in it is filled in. Choose the file that holds the list.',
  }),
  image: () => ({
    id: 'Ini foto atau gambar, bukan tabel. Untuk daftar di kertas, pakai “Ketik cepat” sambil melihat fotonya.',
    en: 'This is a picture, not a table. For a list on paper use “Ketik cepat” beside the photo.',
  }),
  pdf: () => ({
    id: 'Ini berkas PDF, bukan tabel. Minta berkas Excel aslinya, atau pakai “Ketik cepat” sambil melihat PDF-nya.',
    en: 'This is a PDF, not a table. Ask for the original Excel file, or use “Ketik cepat” beside the PDF.',
  }),
  'word-document': () => ({
    id: 'Ini dokumen Word. Salin tabelnya ke Excel, simpan sebagai .xlsx, lalu kirim lagi.',
    en: 'This is a Word document. Copy its table into Excel, save it as .xlsx and send that.',
  }),
  'not-a-spreadsheet': () => ({
    id: `Berkas ini bukan tabel yang kami kenal. ${RESAVE.id}`,
    en: `This file is not a table that we know. ${RESAVE.en}`,
  }),
  archive: () => ({
    id: 'Ini berkas terkompres (zip, rar, atau sejenisnya). Keluarkan dulu isinya, lalu kirim tabelnya satu per satu.',
    en: 'This is a compressed archive. Unpack it first, then send the tables one by one.',
  }),
  'old-format': () => ({
    id: `Jenis buku kerja ini belum bisa dibaca di sini. ${RESAVE.id}`,
    en: `This kind of workbook cannot be read here yet. ${RESAVE.en}`,
  }),
  'password-protected': () => ({
    id: 'Berkas ini dikunci kata sandi. Buka dengan kata sandinya, hapus kuncinya, simpan, lalu kirim lagi.',
    en: 'This file is locked with a password. Open it, remove the password, save it and send it again.',
  }),
  'damaged-file': (details: RefusalDetails) => ({
    id: `Berkas ini rusak atau terpotong${place(details).id}, mungkin saat dikirim atau diunduh. Minta dikirim ulang; atau buka di Excel dan simpan ulang sebagai .xlsx.`,
    en: `This file is damaged or cut off${place(details).en}, perhaps while it was sent. Ask for it again, or open it in Excel and save it as .xlsx.`,
  }),
  'archive-bomb': () => ({
    id: `Isi berkas ini mengembang jauh di atas ukuran yang wajar, jadi tidak kami buka. ${RESAVE.id}`,
    en: `The content of this file swells far beyond any sensible size, so we did not open it. ${RESAVE.en}`,
  }),
  'unsafe-content': () => ({
    id: `Berkas ini memuat bagian yang bisa membahayakan komputer dan tidak ada pada tabel biasa, jadi tidak kami buka. ${RESAVE.id}`,
    en: `This file holds parts that can harm a computer and that no ordinary table has, so we did not open it. ${RESAVE.en}`,
  }),
  'too-large': (details: RefusalDetails) => ({
    id: `Berkas ini terlalu besar: paling banyak ${megabytes(details.limit)} MB. Bagi menjadi beberapa berkas, misalnya satu per kecamatan.`,
    en: `This file is too large: ${megabytes(details.limit)} MB at most. Split it, for instance one file for each district.`,
  }),
  'too-many-rows': (details: RefusalDetails) => ({
    id: `Daftar ini lebih dari ${count(details.limit).id} baris. Bagi menjadi beberapa berkas, misalnya satu per kecamatan.`,
    en: `This list has more than ${count(details.limit).en} rows. Split it, for instance one file for each district.`,
  }),
  'too-many-columns': (details: RefusalDetails) => ({
    id: `Ada baris yang terisi sampai kolom ke-${details.found}${place(details).id}; paling banyak ${details.limit} kolom. Hapus kolom yang tidak perlu, lalu kirim lagi.`,
    en: `A row is filled in up to column ${details.found}${place(details).en}; the most is ${details.limit} columns. Remove those not needed and send it again.`,
  }),
  'too-many-sheets': (details: RefusalDetails) => ({
    id: `Berkas ini berisi ${details.found} lembar; paling banyak ${details.limit}. Bagi menjadi beberapa berkas.`,
    en: `This file has ${details.found} sheets; the most is ${details.limit}. Split it into several files.`,
  }),
  'cell-too-long': (details: RefusalDetails) => ({
    id: `Ada sel yang isinya lebih dari ${count(details.limit).id} huruf${place(details).id}. Perbaiki sel itu, lalu kirim lagi.`,
    en: `A cell holds more than ${count(details.limit).en} characters${place(details).en}. Mend that cell and send the file again.`,
  }),
  'took-too-long': () => ({
    id: `Berkas lama ini terlalu berat dibaca, jadi kami hentikan. ${RESAVE.id}`,
    en: `This old file was too heavy to read, so we stopped. ${RESAVE.en}`,
  }),
} satisfies Record<string, (details: RefusalDetails) => Bilingual>;

/** Why a file is not read; one code for each thing that a person can do about it. */
export type RefusalCode = keyof typeof MESSAGES;

/** Every code there is, so that tests and help pages can show them all. */
export const REFUSAL_CODES = Object.keys(MESSAGES) as RefusalCode[];

/** The refusal of `code` with its sentences filled in from `details`. */
export function spreadsheetRefusal(code: RefusalCode, details: RefusalDetails = {}): SpreadsheetRefusal {
  return { code, message: MESSAGES[code](details), details };
}

/**
 * Carries a refusal up from deep inside a reader to `readSpreadsheet`, which returns it as a value; it never leaves
 * this folder.
 */
export class RefusedFile extends Error {
  readonly refusal: SpreadsheetRefusal;

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(`${code}: ${details.reason ?? ''}`);
    this.refusal = spreadsheetRefusal(code, details);
  }
}
