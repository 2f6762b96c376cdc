import { defineMessages, type Locale, messagesFor } from '#kernel/language.ts';
import type { ImportEntry, ImportKind, ImportStatus, RowAction } from '../rules/import-kinds.ts';

const kinds = defineMessages<Record<ImportKind, string>>({
  id: {
    bpum: 'BPUM',
    sidt: 'SIDT',
    oss: 'OSS',
    village: 'Dari desa/kelurahan',
    office: 'Dari kantor sendiri',
    other: 'Lainnya',
  },
  en: {
    bpum: 'BPUM',
    sidt: 'SIDT',
    oss: 'OSS',
    village: 'From a village office',
    office: 'From our own office',
    other: 'Other',
  },
});

const statuses = defineMessages<Record<ImportStatus, string>>({
  id: {
    inspecting: 'Sedang dibaca',
    typing: 'Sedang diketik',
    mapping: 'Periksa kolomnya',
    staging: 'Sedang diperiksa',
    staged: 'Belum disimpan',
    applying: 'Sedang disimpan',
    applied: 'Sudah disimpan',
    taking_back: 'Sedang dibatalkan',
    taken_back: 'Dibatalkan',
    refused: 'Tidak terbaca',
    cancelled: 'Tidak jadi',
  },
  en: {
    inspecting: 'Being read',
    typing: 'Being typed',
    mapping: 'Check its columns',
    staging: 'Being checked',
    staged: 'Not saved yet',
    applying: 'Being saved',
    applied: 'Saved',
    taking_back: 'Being taken back',
    taken_back: 'Taken back',
    refused: 'Cannot be read',
    cancelled: 'Called off',
  },
});

const entries = defineMessages<Record<ImportEntry, string>>({
  id: { file: 'Berkas', pasted: 'Ditempel', typed: 'Diketik' },
  en: { file: 'File', pasted: 'Pasted', typed: 'Typed' },
});

const actions = defineMessages<Record<RowAction, string>>({
  id: { new: 'Baru', changed: 'Berubah', unchanged: 'Tetap sama', repeated: 'Terulang' },
  en: { new: 'New', changed: 'Changed', unchanged: 'Unchanged', repeated: 'Repeated' },
});

export const kindText = (kind: ImportKind, locale: Locale): string => messagesFor(kinds, locale)[kind];
export const statusText = (status: ImportStatus, locale: Locale): string =>
  messagesFor(statuses, locale)[status];
export const entryText = (entry: ImportEntry, locale: Locale): string => messagesFor(entries, locale)[entry];
export const actionText = (action: RowAction, locale: Locale): string => messagesFor(actions, locale)[action];
