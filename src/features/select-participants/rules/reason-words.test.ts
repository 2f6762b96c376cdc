import { expect, test } from 'vitest';
import { reasonSentences } from './reason-words.ts';
import type { EarnedPoints, ResultReason } from './result-reason.ts';

const points: EarnedPoints[] = [
  { criterion: { kind: 'conditions', weight: 60 }, value: 1, points: 600_000 },
  { criterion: { kind: 'evidence', evidence: 'nib', weight: 10 }, value: 0.75, points: 75_000 },
  { criterion: { kind: 'never_served', weight: 20 }, value: 0, points: 0 },
  { criterion: { kind: 'produces', weight: 15 }, value: null, points: 0 },
];
const about = { rank: 41, score: 675_000, takers: 96, seats: 30, points };
const waiting: ResultReason = {
  ...about,
  outcome: 'waiting',
  place: 11,
  lowestScore: 741_000,
  limits: [{ kind: 'seats', tag: null }],
};

test('whoever waits reads place, the last points that got a seat, what added, what did not, and what is not known', () => {
  expect(reasonSentences(waiting, 'id', 'owner')).toEqual([
    'Anda belum terpilih: urutan 41 dari 96 untuk 30 kursi; kursi terakhir 74,10 poin, Anda 67,50. Anda cadangan nomor 11.',
    'Yang menambah nilai: Memenuhi syarat (+60,00) dan Punya NIB (+7,50).',
    'Yang belum menambah: Belum pernah dibina.',
    'Belum diketahui: Membuat sendiri. Tunjukkan kepada petugas agar lain kali dihitung.',
  ]);
  expect(reasonSentences(waiting, 'en', 'officer')[0]).toBe(
    'Not chosen yet: number 41 of 96 for 30 seats; the last seat went at 74.10 points, it has 67.50. Number 11 on the waiting list.',
  );
});

test('whoever is passed over for a reserve reads which one; equal points are told to be decided by lots', () => {
  const bound: ResultReason = { ...waiting, limits: [{ kind: 'reserve', tag: 'women' }] };
  expect(reasonSentences(bound, 'id', 'officer')[0]).toContain(
    'Sebagian kursi terikat kursi khusus perempuan.',
  );
  const equal: ResultReason = { ...waiting, lowestScore: 675_000 };
  expect(reasonSentences(equal, 'id', 'officer')[0]).toContain('undian yang diumumkan lebih dulu');
});

test('whoever is chosen reads points and place, or the seats set aside', () => {
  const seated: ResultReason = { ...about, rank: 7, outcome: 'seated', by: 'score', reserves: [] };
  expect(reasonSentences(seated, 'id', 'officer')[0]).toBe(
    'Terpilih: 67,50 poin, urutan 7 dari 96 pendaftar untuk 30 kursi.',
  );
  const reserved: ResultReason = { ...seated, by: 'reserve', reserves: ['women', 'sector:batik'] };
  expect(reasonSentences(reserved, 'id', 'owner')[0]).toContain(
    'Anda terpilih lewat kursi khusus perempuan dan sektor batik',
  );
});

test('whoever did not take part reads what is lacking', () => {
  const out: ResultReason = {
    ...about,
    rank: null,
    score: null,
    points: [],
    outcome: 'out',
    lacking: [{ id: 'Punya NIB', en: 'Has a NIB' }],
  };
  expect(reasonSentences(out, 'id', 'owner')).toEqual([
    'Anda belum ikut dipilih, karena belum memenuhi: Punya NIB.',
  ]);
});
