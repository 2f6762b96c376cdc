import type { Bilingual } from './spreadsheet-refusal.ts';

/** Something a person should know about a file that was read all the same; one note per code and sheet. */
export interface SpreadsheetNote {
  code: NoteCode;
  message: Bilingual;
  /** Name of the sheet it happened in, where it belongs to one. */
  sheet?: string;
  /** How often it happened. */
  count: number;
  /** Numbers of the first rows it happened in. */
  rows: number[];
}

const MESSAGES = {
  'extension-differs': {
    id: 'Nama berkas tidak cocok dengan isinya; kami membaca menurut isinya.',
    en: 'The file’s name does not fit its content; it was read by its content.',
  },
  'macros-ignored': {
    id: 'Berkas ini memuat makro. Makro tidak dijalankan; hanya isi selnya yang dibaca.',
    en: 'This file holds macros. They were not run; only the cells were read.',
  },
  'hidden-sheet': {
    id: 'Ada lembar yang disembunyikan; isinya ikut terbaca dan diberi tanda.',
    en: 'There is a hidden sheet; it was read too, and marked.',
  },
  'only-hidden-sheets': {
    id: 'Semua lembar di berkas ini disembunyikan. Periksa apakah ini berkas yang benar.',
    en: 'All sheets of this file are hidden. Check that it is the right file.',
  },
  'hidden-rows': {
    id: 'Ada baris yang disembunyikan atau tersaring; ikut terbaca dan diberi tanda.',
    en: 'There are hidden or filtered rows; they were read too, and marked.',
  },
  formulas: {
    id: 'Ada sel berisi rumus; yang dipakai adalah hasil yang tersimpan terakhir.',
    en: 'Some cells are formulas; their last stored results were used.',
  },
  'formula-without-value': {
    id: 'Ada rumus yang hasilnya belum tersimpan, jadi selnya kosong. Buka di Excel, simpan, lalu kirim lagi.',
    en: 'Some formulas have no stored result, so their cells are empty. Open the file in Excel, save it and send it again.',
  },
  'error-values': {
    id: 'Ada sel yang berisi galat seperti #N/A.',
    en: 'Some cells hold an error such as #N/A.',
  },
  'long-numbers': {
    id: 'Ada angka 16 digit atau lebih yang tersimpan sebagai bilangan; digit terakhirnya mungkin sudah hilang. Cocokkan dengan aslinya.',
    en: 'Some numbers of 16 or more digits are stored as numbers; their last digits may be lost. Compare them with the original.',
  },
  'scientific-text': {
    id: 'Ada angka yang tertulis seperti 3,37E+15; digitnya sudah hilang. Minta daftar aslinya.',
    en: 'Some numbers are written like 3.37E+15; their digits are lost. Ask for the original list.',
  },
  'merged-filled': {
    id: 'Ada sel gabungan; isinya disalin ke setiap sel yang digabung.',
    en: 'Some cells are merged; their content was copied into each of them.',
  },
  'sheet-without-cells': {
    id: 'Ada lembar berisi grafik saja; dilewati.',
    en: 'A sheet holds only a chart; it was skipped.',
  },
  'odd-row-number': {
    id: 'Ada nomor baris yang tidak masuk akal di dalam berkas; barisnya tetap dibaca berurutan.',
    en: 'Some row numbers inside the file make no sense; the rows were read in order all the same.',
  },
  'legacy-encoding': {
    id: 'Huruf berkas ini memakai penyandian lama (Windows-1252). Periksa nama yang memuat huruf khusus.',
    en: 'This file uses an old encoding (Windows-1252). Check names with special letters.',
  },
  'mixed-encoding': {
    id: 'Penyandian huruf di berkas ini bercampur; tiap baris dibaca menurut penyandiannya. Periksa nama yang memuat huruf khusus.',
    en: 'This file mixes encodings; each line was read by its own. Check names with special letters.',
  },
  'nul-bytes': {
    id: 'Ada karakter kosong (NUL) yang dibuang.',
    en: 'Some NUL characters were dropped.',
  },
  'unbalanced-quote': {
    id: 'Ada tanda kutip yang tidak berpasangan; dibaca sebagai huruf biasa supaya baris lain tidak ikut hilang.',
    en: 'Some quotation marks have no partner; they were read as plain characters so that no other row is lost.',
  },
  'other-delimiter': {
    id: 'Ada baris yang memakai pemisah kolom lain; dipisah menurut pemisahnya sendiri.',
    en: 'Some rows use another column separator; they were split by their own.',
  },
  'single-column': {
    id: 'Hanya ada satu kolom. Jika seharusnya lebih, periksa pemisah kolomnya.',
    en: 'There is only one column. If there should be more, check the column separator.',
  },
} satisfies Record<string, Bilingual>;

export type NoteCode = keyof typeof MESSAGES;

const ROWS_KEPT = 20;

/** Gathers notes while a file is read, without growing with the file. */
export class NoteCollector {
  readonly #notes = new Map<string, SpreadsheetNote>();

  add(code: NoteCode, where: { sheet?: string; row?: number; count?: number } = {}): void {
    const key = `${code}\n${where.sheet ?? ''}`;
    let note = this.#notes.get(key);
    if (!note) {
      note = { code, message: MESSAGES[code], count: 0, rows: [] };
      if (where.sheet !== undefined) note.sheet = where.sheet;
      this.#notes.set(key, note);
    }
    note.count += where.count ?? 1;
    if (where.row !== undefined && note.rows.length < ROWS_KEPT && note.rows.at(-1) !== where.row)
      note.rows.push(where.row);
  }

  list(): SpreadsheetNote[] {
    return [...this.#notes.values()];
  }
}
