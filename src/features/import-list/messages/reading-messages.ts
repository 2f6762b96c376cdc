import { defineMessages, type Locale, messagesFor } from '#kernel/language.ts';
import type { SheetSkipReason } from '../rules/plan-sheets.ts';
import type { SkipReason } from '../rules/sort-rows.ts';
import type { Disposition } from '../rules/validate-row.ts';

const rows = defineMessages<Record<SkipReason, string>>({
  id: {
    title: 'judul di atas daftar',
    header: 'judul kolom',
    numbering: 'nomor kolom',
    repeated_header: 'judul kolom yang terulang',
    section: 'judul bagian',
    total: 'jumlah',
    signature: 'tanda tangan',
    note: 'keterangan',
    blank: 'kosong',
  },
  en: {
    title: 'title above the list',
    header: 'column headings',
    numbering: 'column numbers',
    repeated_header: 'repeated headings',
    section: 'section headings',
    total: 'sums',
    signature: 'signatures',
    note: 'remarks',
    blank: 'empty',
  },
});

const sheets = defineMessages<Record<SheetSkipReason, string>>({
  id: {
    empty: 'Lembar kosong.',
    no_table: 'Tidak ada daftar di lembar ini.',
    no_names: 'Lembar ini tidak memuat nama orang atau usaha.',
  },
  en: {
    empty: 'An empty sheet.',
    no_table: 'There is no list on this sheet.',
    no_names: 'This sheet names no person or business.',
  },
});

const dispositions = defineMessages<Record<Disposition, string>>({
  id: { ready: 'Siap disimpan', needs_mending: 'Perlu diperbaiki', other_area: 'Daerah lain' },
  en: { ready: 'Ready to save', needs_mending: 'Needs mending', other_area: 'Another area' },
});

export const skipReasonText = (reason: SkipReason, locale: Locale): string =>
  messagesFor(rows, locale)[reason];
export const sheetSkipText = (reason: SheetSkipReason, locale: Locale): string =>
  messagesFor(sheets, locale)[reason];
export const dispositionText = (disposition: Disposition, locale: Locale): string =>
  messagesFor(dispositions, locale)[disposition];

type Counted = { readonly sheets: string; readonly rows: string; readonly skipped: string };
const summary = defineMessages({
  id: {
    one: ({ rows: read }: Counted) => `Terbaca ${read} baris`,
    many: ({ sheets: of, rows: read }: Counted) => `Terbaca ${of} lembar, ${read} baris`,
    skipped: ({ skipped }: Counted) => `${skipped} baris judul, jumlah, atau tanda tangan dilewati`,
  },
  en: {
    one: ({ rows: read }: Counted) => `Read ${read} rows`,
    many: ({ sheets: of, rows: read }: Counted) => `Read ${of} sheets, ${read} rows`,
    skipped: ({ skipped }: Counted) => `${skipped} rows of titles, sums or signatures skipped`,
  },
});

/** "Terbaca 3 lembar, 412 baris; 9 baris judul, jumlah, atau tanda tangan dilewati." */
export function readingSummary(
  counts: { sheets: number; rows: number; skipped: number },
  locale: Locale,
): string {
  const texts = messagesFor(summary, locale);
  const written = (count: number) => count.toLocaleString(locale === 'id' ? 'id-ID' : 'en-GB');
  const facts = {
    sheets: written(counts.sheets),
    rows: written(counts.rows),
    skipped: written(counts.skipped),
  };
  const read = counts.sheets === 1 ? texts.one(facts) : texts.many(facts);
  return counts.skipped === 0 ? `${read}.` : `${read}; ${texts.skipped(facts)}.`;
}
