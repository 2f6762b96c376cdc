import { expect, test } from 'vitest';
import type { PublicIntake } from './public-view.ts';
import { saidDays, shareLink, shareText } from './share-text.ts';

test.each([
  ['2026-06-14', '2026-06-14', '14 Juni 2026'],
  ['2026-06-14', '2026-06-16', '14–16 Juni 2026'],
  ['2026-06-30', '2026-07-02', '30 Juni – 2 Juli 2026'],
  ['2026-12-30', '2027-01-02', '30 Desember 2026 – 2 Januari 2027'],
])('days from %s to %s are said as %s', (from, to, said) => {
  expect(saidDays(from, to)).toBe(said);
});

const intake: PublicIntake = {
  officeCode: '33.75',
  officeName: 'Dinas UMKM',
  code: 'ekspor-1',
  programme: 'Pelatihan ekspor',
  summary: null,
  name: 'Angkatan 1',
  stage: null,
  partner: null,
  place: null,
  startsOn: '2026-06-14',
  endsOn: '2026-06-16',
  seats: 30,
  window: { state: 'open', closesAt: null },
};

test('the message for groups says what, when, conditions, deadline and where to apply', () => {
  const conditions = [{ key: 'nib', label: 'Punya NIB', remedy: null }];
  const deadline = 'Daftar paling lambat 20 Mei 2026 pukul 23.59 WIB';
  expect(shareText(intake, conditions, { deadline, link: 'https://x.example/ikut/33.75/ekspor-1' })).toBe(
    `*Pelatihan ekspor*
Dinas UMKM membuka pendaftaran Angkatan 1 untuk 30 peserta.

Waktu: 14–16 Juni 2026

Syarat:
• Punya NIB

Daftar paling lambat 20 Mei 2026 pukul 23.59 WIB. Berkas yang kurang boleh menyusul.
Daftar: https://x.example/ikut/33.75/ekspor-1`,
  );
});

test('the link carries the text whole', () => {
  const text = 'Batik & kain, 100%\n#daftar';
  expect(new URL(shareLink(text)).searchParams.get('text')).toBe(text);
});
