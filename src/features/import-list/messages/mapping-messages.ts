import { defineMessages, type Locale, messagesFor } from '#kernel/language.ts';
import type { ColumnUnit, Period } from '#kernel/parse-rupiah.ts';
import type { FieldOf } from '../rules/list-fields.ts';

/** Choosing what each column holds. */
export const mappingMessages = defineMessages({
  id: {
    whatWasRead: 'Yang terbaca',
    skippedRows: 'Lihat yang dilewati',
    rowsOf: (p: { count: string; what: string }) => `${p.count} baris ${p.what}`,
    sheetSkipped: (p: { sheet: string }) => `Lembar “${p.sheet}” dilewati:`,
    severalLists: 'Berkas ini memuat beberapa daftar',
    severalListsText: 'Kolomnya berbeda, jadi dimasukkan satu per satu. Pilih yang mana sekarang.',
    listChoice: (p: { sheets: string; rows: string }) => `${p.sheets} (${p.rows} baris)`,
    lead: 'Lihat contoh isinya, lalu pastikan apa isi kolom itu.',
    sureLead: 'Boleh diperiksa, tidak wajib.',
    sure: (p: { count: string }) => `Lihat ${p.count} kolom yang sudah dikenali`,
    column: (p: { at: string }) => `Kolom ke-${p.at}`,
    noHeading: 'tanpa judul',
    samples: 'Contoh isi',
    noSamples: 'Kosong di contoh yang dilihat',
    holds: 'Isinya',
    likely: 'Mungkin',
    kept: 'Tidak dipakai, tetap disimpan',
    period: 'Per apa?',
    periodChoose: 'Pilih dulu',
    unit: 'Ditulis dalam',
    year: 'Tahun, bila lain',
    aboutAll: 'Berlaku untuk seluruh daftar',
    kbliVersion: 'Edisi kode KBLI',
    kbliHint: 'Kode yang sama berarti lain di edisi lain. Daftar sebelum 2026 biasanya memakai 2020.',
    kbliEdition: (p: { year: string }) => `KBLI ${p.year}`,
    figureYear: 'Omzet, modal, dan pekerja dari tahun',
    figureYearHint: 'Dipakai bila judul kolomnya tidak menyebut tahun.',
    previous: 'Apakah ini edisi baru dari daftar yang pernah masuk?',
    previousHint: 'Bila ya, dihitung juga usaha yang dulu ada dan sekarang hilang dari daftar.',
    previousNone: 'Bukan, daftar ini baru',
    previousOne: (p: { name: string; day: string }) => `${p.name}, per ${p.day}`,
    faults: 'Kolomnya belum bisa dipakai. Pilihan Anda masih ada; betulkan dulu:',
    check: 'Periksa barisnya',
    checkNext: 'Belum ada yang disimpan. Hasilnya ditunjukkan dulu.',
  },
  en: {
    whatWasRead: 'What was read',
    skippedRows: 'See what was skipped',
    rowsOf: (p) => `${p.count} rows of ${p.what}`,
    sheetSkipped: (p) => `Sheet “${p.sheet}” was skipped:`,
    severalLists: 'This file holds several lists',
    severalListsText: 'Their columns differ, so they come in one by one. Choose which one now.',
    listChoice: (p) => `${p.sheets} (${p.rows} rows)`,
    lead: 'Look at the examples and make sure what the column holds.',
    sureLead: 'You may check them; you need not.',
    sure: (p) => `See the ${p.count} columns that are recognised`,
    column: (p) => `Column ${p.at}`,
    noHeading: 'no heading',
    samples: 'Examples',
    noSamples: 'Empty in the rows looked at',
    holds: 'It holds',
    likely: 'Likely',
    kept: 'Not used, but kept',
    period: 'By the …',
    periodChoose: 'Choose first',
    unit: 'Written in',
    year: 'Year, if other',
    aboutAll: 'For the whole list',
    kbliVersion: 'Edition of the KBLI codes',
    kbliHint: 'A code means something else in another edition. Lists before 2026 mostly use 2020.',
    kbliEdition: (p) => `KBLI ${p.year}`,
    figureYear: 'Sales, capital and workers are of the year',
    figureYearHint: 'Used where the heading names no year.',
    previous: 'Is this a new edition of a list that came in before?',
    previousHint: 'If so, enterprises that were on it and are missing now are counted too.',
    previousNone: 'No, this list is new',
    previousOne: (p) => `${p.name}, as of ${p.day}`,
    faults: 'The columns cannot be used yet. Your choices are still here; put these right first:',
    check: 'Check its rows',
    checkNext: 'Nothing is saved yet. You see the outcome first.',
  },
});

const periods = defineMessages<Record<Period, string>>({
  id: { day: 'Hari', week: 'Minggu', month: 'Bulan', year: 'Tahun' },
  en: { day: 'Day', week: 'Week', month: 'Month', year: 'Year' },
});
const units = defineMessages<Record<ColumnUnit, string>>({
  id: { 1: 'Rupiah', 1000: 'Ribuan', 1000000: 'Jutaan', 1000000000: 'Miliaran' },
  en: { 1: 'Rupiah', 1000: 'Thousands', 1000000: 'Millions', 1000000000: 'Billions' },
});
const groups = defineMessages<Record<FieldOf, string>>({
  id: { owner: 'Pemilik', business: 'Usaha', place: 'Tempat', row: 'Lainnya' },
  en: { owner: 'Owner', business: 'Business', place: 'Place', row: 'Other' },
});

export const periodText = (period: Period, locale: Locale): string => messagesFor(periods, locale)[period];
export const unitText = (unit: ColumnUnit, locale: Locale): string => messagesFor(units, locale)[unit];
export const fieldGroupText = (of: FieldOf, locale: Locale): string => messagesFor(groups, locale)[of];
