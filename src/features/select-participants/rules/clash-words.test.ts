import { expect, test } from 'vitest';
import { clashInWords } from './clash-words.ts';

const named = { intakes: new Map([['a', 'Angkatan 1']]), lines: new Map([['l', 'Pelatihan']]) };

test('a reserve and a quota that clash are both named, with the most that can be reached', () => {
  const clash = {
    rows: [
      { kind: 'reserve' as const, code: 'women', limit: 5, applicants: 9, reachable: 3 },
      { kind: 'quota' as const, code: 'proposed', limit: 2 },
      { kind: 'seats' as const, code: 'a', limit: 12 },
    ],
  };
  expect(clashInWords(clash, named, 'id')).toEqual([
    'Tidak bisa bersama: kursi khusus perempuan 5, kuota yang diusulkan pihak lain 2 dan 12 kursi Angkatan 1.',
    'Untuk perempuan paling banyak 3 dari 5 kursi; pendaftarnya 9.',
  ]);
});

test('where too few applied, the applicants are what is lacking', () => {
  const clash = {
    rows: [{ kind: 'reserve' as const, code: 'sector:batik@a', limit: 4, applicants: 1, reachable: 1 }],
  };
  expect(clashInWords(clash, named, 'id')).toEqual([
    'Pendaftarnya kurang untuk kursi khusus sektor batik 4 (Angkatan 1).',
    'Untuk sektor batik paling banyak 1 dari 4 kursi; pendaftarnya 1.',
  ]);
});

test('money is said in rupiah', () => {
  const clash = {
    rows: [
      { kind: 'budget' as const, code: 'l', limit: 1_500_000 },
      { kind: 'reserve' as const, code: 'women', limit: 5, applicants: 9, reachable: 3 },
    ],
  };
  expect(clashInWords(clash, named, 'en')[0]).toBe(
    'These cannot be kept together: the budget Pelatihan of Rp 1,500,000 and 5 seats set aside for women.',
  );
});
