import { defineMessages, type Locale, messagesFor } from '#kernel/language.ts';
import type { ChangeFaultCode } from '../rules/sign-in-fault.ts';

const waitText = (minutes: number, id: boolean) =>
  id ? `${minutes} menit` : minutes === 1 ? '1 minute' : `${minutes} minutes`;

/** What someone is told who is not let in, or whose password or second factor stays as it was. */
const faults = defineMessages({
  id: {
    blank: 'Belum diisi.',
    wrong_name_or_password: 'Nama masuk atau sandinya tidak cocok. Periksa lagi, huruf besar kecilnya juga.',
    wrong_password: 'Sandinya tidak cocok. Coba lagi.',
    wrong_code: 'Kodenya tidak cocok atau sudah lewat waktunya. Periksa lagi, atau minta kode baru.',
    start_again: 'Waktunya habis. Masukkan nama dan sandi sekali lagi.',
    phone_unreadable:
      'Nomor ini tidak terbaca. Contoh: 0812 3456 7890, atau nomor masuk 8 angka dari petugas.',
    wait: (p: { minutes: number }) =>
      `Terlalu banyak percobaan. Tunggu ${waitText(p.minutes, true)}, lalu coba lagi.`,
    too_short: 'Terlalu pendek. Pakai paling sedikit 10 huruf atau angka.',
    too_long: 'Terlalu panjang. Paling banyak 200 huruf.',
    too_easy: 'Terlalu mudah ditebak. Coba tiga kata yang tidak berhubungan.',
    same_as_before: 'Ini sandi yang lama. Pilih yang lain.',
    not_repeated: 'Kedua sandi baru belum sama. Ketik ulang.',
    demo_account: 'Ini akun contoh; sandinya tertulis di halaman masuk dan tidak bisa diganti.',
    already_on: 'Kode pengaman sudah aktif.',
    not_on: 'Kode pengaman belum aktif.',
  },
  en: {
    blank: 'Not filled in yet.',
    wrong_name_or_password: 'Sign-in name or password does not match. Check again, capital letters too.',
    wrong_password: 'The password does not match. Try again.',
    wrong_code: 'The code does not match or has expired. Check again, or ask for a new one.',
    start_again: 'Time is up. Enter name and password once more.',
    phone_unreadable:
      'This number cannot be read. Example: 0812 3456 7890, or the 8-digit number from the officer.',
    wait: (p) => `Too many attempts. Wait ${waitText(p.minutes, false)}, then try again.`,
    too_short: 'Too short. Use at least 10 characters.',
    too_long: 'Too long. At most 200 characters.',
    too_easy: 'Too easy to guess. Try three unrelated words.',
    same_as_before: 'This is the old password. Choose another.',
    not_repeated: 'The two new passwords differ. Type it again.',
    demo_account: 'This is a demo account; its password stands on the sign-in page and cannot be changed.',
    already_on: 'The second factor is on already.',
    not_on: 'The second factor is not on.',
  },
});

export type Fault = { code: ChangeFaultCode; seconds?: number; field?: string };

export function faultText(fault: Fault, locale: Locale): string {
  const text = messagesFor(faults, locale)[fault.code];
  return typeof text === 'string'
    ? text
    : text({ minutes: Math.max(1, Math.ceil((fault.seconds ?? 60) / 60)) });
}

export const doorMessages = defineMessages({
  id: {
    signIn: 'Masuk',
    signInLead: 'Untuk petugas, pendamping, pendata, dan mitra.',
    name: 'E-mail, nomor HP, atau NIP',
    password: 'Sandi',
    forgotten: 'Lupa sandi? Minta sandi baru kepada admin kantor Anda.',
    areYouOwner: 'Pemilik usaha? Masuk dengan nomor HP',
    demoTitle: (p: { office: string }) => `Coba dengan data contoh: ${p.office}`,
    demoLead: (p: { password: string }) =>
      `Ketuk satu peran untuk langsung masuk. Sandi semua akun contoh: ${p.password}`,
    demoEnter: (p: { role: string }) => `Masuk sebagai ${p.role}`,
    codeTitle: 'Kode pengaman',
    codeLead:
      'Buka aplikasi pengaman di HP Anda, lalu ketik 6 angkanya. HP tidak di tangan? Pakai satu kode cadangan.',
    code: 'Kode 6 angka atau kode cadangan',
    goOn: 'Lanjutkan',
    otherAccount: 'Masuk dengan akun lain',
    ownerTitle: 'Masuk untuk pemilik usaha',
    ownerLead: 'Tulis nomor HP yang Anda berikan kepada petugas. Kami kirim kode lewat WhatsApp.',
    ownerNumber: 'Nomor HP atau nomor masuk',
    ownerNumberHint: 'Contoh: 0812 3456 7890. Nomor masuk 8 angka tertulis di lembar dari petugas.',
    askCode: 'Kirim kode',
    haveCode: 'Saya sudah punya kode',
    sent: 'Bila nomor ini tercatat, kodenya sedang dikirim. Berlaku 10 menit.',
    notArrived: 'Tidak sampai? Datang ke kantor dinas atau tanya pendamping; petugas bisa membuatkan kode.',
    ownerCode: 'Kode 6 angka',
    enter: 'Masuk',
    otherNumber: 'Pakai nomor lain atau kirim ulang',
    staff: 'Petugas? Masuk dengan sandi',
    lockedTitle: 'Layar terkunci',
    lockedLead: (p: { name: string }) => `${p.name}, masukkan sandi untuk melanjutkan.`,
    unlock: 'Buka',
    switchPerson: 'Ganti pengguna',
  },
  en: {
    signIn: 'Sign in',
    signInLead: 'For officers, companions, enumerators and partners.',
    name: 'E-mail, phone or NIP',
    password: 'Password',
    forgotten: 'Forgotten the password? Ask the data officer of your office for a new one.',
    areYouOwner: 'An enterprise owner? Sign in with your phone number',
    demoTitle: (p) => `Try it with sample data: ${p.office}`,
    demoLead: (p) => `Tap a role to go straight in. Password of all sample accounts: ${p.password}`,
    demoEnter: (p) => `Sign in as ${p.role}`,
    codeTitle: 'Second factor',
    codeLead:
      'Open the authenticator app on your phone and type its 6 digits. Phone not at hand? Use a recovery code.',
    code: '6-digit code or recovery code',
    goOn: 'Go on',
    otherAccount: 'Sign in with another account',
    ownerTitle: 'Sign in as an enterprise owner',
    ownerLead: 'Enter the phone number that you gave to the officer. We send a code by WhatsApp.',
    ownerNumber: 'Phone number or sign-in number',
    ownerNumberHint: 'Example: 0812 3456 7890. The 8-digit sign-in number is on the sheet from the officer.',
    askCode: 'Send the code',
    haveCode: 'I already have a code',
    sent: 'If this number is on record, the code is on its way. Valid for 10 minutes.',
    notArrived:
      'Nothing arrives? Visit the office or ask your companion; an officer can make a code for you.',
    ownerCode: '6-digit code',
    enter: 'Sign in',
    otherNumber: 'Use another number or send again',
    staff: 'An officer? Sign in with a password',
    lockedTitle: 'Screen locked',
    lockedLead: (p) => `${p.name}, enter your password to carry on.`,
    unlock: 'Unlock',
    switchPerson: 'Switch person',
  },
});
