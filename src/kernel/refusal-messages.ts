import { defineMessages, type Locale, type Message } from './language.ts';
import { formatRupiah } from './money.ts';
import type { Refusal, RefusalCode, RefusalDetails } from './refusal.ts';

type Details = RefusalDetails;

/** Each text says what happened, what was kept, and what to do. */
const texts = defineMessages({
  id: {
    invalid_input:
      'Ada isian yang perlu diperbaiki. Isian Anda masih ada; perbaiki yang ditandai, lalu simpan lagi.',
    not_signed_in: 'Anda belum masuk, atau sudah terlalu lama diam. Masuk dulu, lalu lanjutkan.',
    second_factor_needed: 'Perlu kode dari aplikasi pengaman. Masukkan kodenya untuk melanjutkan.',
    forbidden: 'Tugas Anda tidak mencakup ini. Tidak ada yang berubah; mintalah kepada admin kantor.',
    wrong_office: 'Data ini milik kantor lain. Tidak ada yang berubah; hubungi kantor tersebut.',
    not_found: 'Data ini tidak ditemukan, mungkin sudah dipindah atau digabung. Coba cari lagi.',
    duplicate: 'Data yang sama sudah ada. Isian Anda belum disimpan; buka data yang ada dulu.',
    already_done: 'Ini sudah dikerjakan sebelumnya. Tidak ada yang berubah; muat ulang halaman.',
    conflict_stale:
      'Data ini baru saja diubah orang lain. Isian Anda masih ada; bandingkan dulu, lalu simpan lagi.',
    wrong_state:
      'Langkah ini belum atau tidak lagi bisa dilakukan. Tidak ada yang berubah; periksa statusnya.',
    in_use: 'Ini masih dipakai data lain, jadi tidak dihapus. Lepaskan dulu dari data yang memakainya.',
    locked: 'Sedang dikerjakan orang lain atau sudah dikunci. Isian Anda masih ada; coba lagi nanti.',
    rate_limited: (details: Details) =>
      `Terlalu banyak percobaan. Tidak ada yang berubah; tunggu ${wait(details, 'detik', 'sebentar')}, lalu coba lagi.`,
    expired: 'Masa berlakunya sudah lewat. Tidak ada yang berubah; minta yang baru.',
    consent_missing: 'Pemilik belum memberi izin untuk ini. Tidak ada yang dikirim; minta izinnya dulu.',
    evidence_missing: 'Berkas bukti belum ada. Isian Anda tetap disimpan; tambahkan berkasnya.',
    quota_full: 'Tempatnya sudah penuh. Data tetap disimpan; masukkan sebagai cadangan.',
    budget_exceeded: (details: Details) =>
      `Pagu tidak cukup${lack(details, 'id')}. Tidak ada yang berubah; kurangi jumlahnya atau ubah pagu.`,
    file_too_large: (details: Details) =>
      `Berkas terlalu besar${limit(details, 'paling besar')}. Tidak ada yang disimpan; perkecil atau bagi dulu.`,
    file_unreadable:
      'Berkas tidak bisa dibaca. Tidak ada yang disimpan; simpan ulang sebagai XLSX atau CSV, lalu coba lagi.',
    unavailable:
      'Layanan yang dibutuhkan sedang tidak bisa dihubungi. Isian Anda masih ada; coba lagi nanti.',
  },
  en: {
    invalid_input:
      'Some entries need mending. What you entered is still here; fix the marked ones and save again.',
    not_signed_in: 'You are not signed in, or were away too long. Sign in, then carry on.',
    second_factor_needed: 'A code from your authenticator is needed. Enter it to carry on.',
    forbidden: 'This is not among your duties. Nothing has changed; ask the office administrator.',
    wrong_office: 'This record belongs to another office. Nothing has changed; contact that office.',
    not_found: 'This record was not found; it may have been moved or merged. Try searching again.',
    duplicate: 'The same record already exists. Yours has not been saved; open the existing one first.',
    already_done: 'This was done before. Nothing has changed; reload the page.',
    conflict_stale:
      'Someone else has just changed this. What you entered is still here; compare, then save again.',
    wrong_state: 'This step is not possible yet, or no longer. Nothing has changed; check the status.',
    in_use: 'Other records still use this, so it was not deleted. Detach it from them first.',
    locked: 'Someone is working on this, or it is locked. What you entered is still here; try again later.',
    rate_limited: (details) =>
      `Too many attempts. Nothing has changed; wait ${wait(details, 'seconds', 'a moment')}, then try again.`,
    expired: 'This has expired. Nothing has changed; ask for a new one.',
    consent_missing: 'The owner has not agreed to this. Nothing was sent; ask for consent first.',
    evidence_missing: 'The supporting file is missing. What you entered is kept; add the file.',
    quota_full: 'All places are taken. The record is kept; put it on the waiting list.',
    budget_exceeded: (details) =>
      `The budget ceiling is too low${lack(details, 'en')}. Nothing has changed; lower the amount or move the ceiling.`,
    file_too_large: (details) =>
      `The file is too large${limit(details, 'at most')}. Nothing was saved; shrink or split it first.`,
    file_unreadable: 'The file cannot be read. Nothing was saved; save it as XLSX or CSV and try again.',
    unavailable: 'A service we need cannot be reached. What you entered is still here; try again later.',
  },
});

/**
 * What the person reads when a request is declined. Details used: `seconds` (wait), `megabytes` (limit), `left` and `wanted`
 * (rupiah).
 */
export function refusalMessage(refusal: Refusal, locale: Locale): string {
  const catalogue: Record<RefusalCode, Message> = texts[locale];
  const message = catalogue[refusal.code];
  return typeof message === 'string' ? message : message(refusal.details ?? {});
}

function wait(details: Details, unit: string, unknown: string): string {
  return details.seconds === undefined ? unknown : `${details.seconds} ${unit}`;
}

function limit(details: Details, words: string): string {
  return details.megabytes === undefined ? '' : ` (${words} ${details.megabytes} MB)`;
}

function lack({ left, wanted }: Details, locale: Locale): string {
  if (typeof left !== 'number' || typeof wanted !== 'number') return '';
  const words = { id: ['sisa', 'diperlukan'], en: ['left', 'needed'] }[locale];
  return `: ${words[0]} ${formatRupiah(left, locale)}, ${words[1]} ${formatRupiah(wanted, locale)}`;
}
