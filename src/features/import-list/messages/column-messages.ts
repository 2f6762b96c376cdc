import { defineMessages, type Locale, messagesFor } from '#kernel/language.ts';
import type { MappingFault } from '../rules/column-choice.ts';
import type { ColumnDamageReport } from '../rules/damaged-column.ts';
import { fieldLabel } from '../rules/list-fields.ts';
import type { ColumnReason } from '../rules/recognise-columns.ts';

const reasons = defineMessages<Record<ColumnReason, string>>({
  id: {
    remembered: 'Sama seperti daftar sebelumnya dari sumber ini.',
    preset: 'Kolom baku daftar ini.',
    heading: 'Dikenali dari judul kolomnya.',
    heading_and_values: 'Dikenali dari judul dan isinya.',
    values: 'Ditebak dari isinya saja. Periksa judul kolomnya.',
    values_differ: 'Isinya tidak seperti judulnya. Mungkin kolomnya tertukar.',
    heading_unclear: 'Judulnya kurang jelas. Pastikan isinya.',
    two_alike: 'Ada dua kolom yang serupa. Pilih mana yang dipakai.',
    period_unclear: 'Omzet per bulan atau per tahun? Pilih dulu.',
    unknown: 'Belum dikenali. Pilih isinya, atau biarkan disimpan apa adanya.',
    empty: 'Kolom kosong.',
  },
  en: {
    remembered: 'The same as in the last list from this source.',
    preset: 'A standard column of this kind of list.',
    heading: 'Recognised by its heading.',
    heading_and_values: 'Recognised by heading and values.',
    values: 'Guessed from its values alone. Check the heading.',
    values_differ: 'The values do not look like the heading. Columns may be swapped.',
    heading_unclear: 'The heading is not clear. Make sure what it holds.',
    two_alike: 'Two columns look alike. Choose the one to use.',
    period_unclear: 'Sales by the month or by the year? Choose first.',
    unknown: 'Not recognised yet. Choose what it holds, or keep it as it is.',
    empty: 'An empty column.',
  },
});

export function columnReasonText(reason: ColumnReason, locale: Locale): string {
  return messagesFor(reasons, locale)[reason];
}

const summary = defineMessages({
  id: {
    all: 'Semua kolom dikenali.',
    some: ({ count }: { count: number }) => `Kolom dikenali. Periksa ${count} yang ragu.`,
  },
  en: {
    all: 'All columns recognised.',
    some: ({ count }: { count: number }) => `Columns recognised. Check the ${count} in doubt.`,
  },
});

/** "Kolom dikenali. Periksa 2 yang ragu." */
export function columnSummary(doubtful: number, locale: Locale): string {
  const texts = messagesFor(summary, locale);
  return doubtful === 0 ? texts.all : texts.some({ count: doubtful });
}

const faults = defineMessages({
  id: {
    no_name_column: 'Belum ada kolom nama. Pilih kolom nama pemilik atau nama usaha.',
    field_twice: ({ field }: { field: string }) => `“${field}” dipilih untuk dua kolom. Sisakan satu.`,
  },
  en: {
    no_name_column: 'No column holds a name yet. Choose the one with the owner’s or the business name.',
    field_twice: ({ field }: { field: string }) => `“${field}” is chosen for two columns. Keep one of them.`,
  },
});

export function mappingFaultText(fault: MappingFault, locale: Locale): string {
  const texts = messagesFor(faults, locale);
  return fault.code === 'no_name_column'
    ? texts.no_name_column
    : texts.field_twice({ field: fieldLabel(fault.field, locale) });
}

type DamageFacts = { readonly field: string; readonly suspect: number; readonly judged: number };
const damage = defineMessages({
  id: {
    damaged: ({ field, suspect, judged }: DamageFacts) =>
      `Kolom ${field} rusak: angka belakang ${suspect} dari ${judged} isian hilang dibulatkan Excel, dan tidak bisa dikembalikan. Barisnya tetap masuk tanpa ${field}. Minta pengirim daftar yang kolom ${field}-nya berformat teks, lalu unggah lagi: ${field} akan dilengkapi.`,
    partly: ({ field, suspect, judged }: DamageFacts) =>
      `Sebagian kolom ${field} pernah dibulatkan Excel: ${suspect} dari ${judged} isian mencurigakan dan tidak dipakai. Barisnya tetap masuk; cocokkan nomornya dengan kartu bila bertemu.`,
  },
  en: {
    damaged: ({ field, suspect, judged }: DamageFacts) =>
      `The column ${field} is damaged: Excel rounded away the last digits of ${suspect} of ${judged} entries, and they cannot be brought back. Rows still come in, without ${field}. Ask the sender for the list with ${field} as text and upload it again: ${field} will be filled in.`,
    partly: ({ field, suspect, judged }: DamageFacts) =>
      `Part of the column ${field} went through Excel’s rounding: ${suspect} of ${judged} entries are doubtful and not used. Rows still come in; compare the number with the card when you meet.`,
  },
});

/** What a column has been through and what to ask of the sender; null for a sound one. */
export function damageMessage(
  { field, verdict, suspect, judged }: ColumnDamageReport,
  locale: Locale,
): string | null {
  if (verdict === 'sound') return null;
  return messagesFor(damage, locale)[verdict]({ field: fieldLabel(field, locale), suspect, judged });
}
