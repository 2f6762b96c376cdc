import { expect, test } from 'vitest';
import { leaderSentence } from './leader-sentence.ts';

const names = {
  areas: [
    { areaCode: '33.75.03', level: 'district', name: 'Pekalongan Selatan', parentCode: '33.75' },
    { areaCode: '33.75.03.1008', level: 'village', name: 'Jenggot', parentCode: '33.75.03' },
    { areaCode: '33.25.02.2002', level: 'village', name: 'Pesalakan', parentCode: '33.25.02' },
  ],
  groups: [{ groupId: 'g1', name: 'KUB Canting Emas' }],
  sources: [],
};
const figures = {
  enterprises: 1212,
  owners: 1198,
  on: '2026-03-14',
  text: '',
  filter: {},
  source: 'Data UMKM Dinas Perindagkop Kota Pekalongan',
};

test('the head of office gets the figure with its filter in words, day and source', () => {
  const chosen = {
    ...figures,
    filter: { sector: ['batik'], standing: ['verified'], village: ['33.75.03.1008'] },
  };
  expect(leaderSentence(chosen, names, 'id')).toBe(
    'Per 14 Maret 2026 tercatat 1.212 usaha batik yang sudah dicek di Kelurahan Jenggot, milik 1.198 orang (sumber: Data UMKM Dinas Perindagkop Kota Pekalongan).',
  );
  expect(leaderSentence(chosen, names, 'en')).toBe(
    'As of 14 March 2026, 1,212 verified batik enterprises in Jenggot are on record, owned by 1,198 people (source: Data UMKM Dinas Perindagkop Kota Pekalongan).',
  );
});

test('several choices, words and groups are all said; a desa is not called a kelurahan', () => {
  const chosen = {
    ...figures,
    text: ' jlamprang ',
    filter: {
      sector: ['batik', 'craft', 'fashion'],
      village: ['33.75.03', '33.25.02.2002'],
      groups: ['g1'],
      scale: ['mikro'],
    },
  };
  expect(leaderSentence(chosen, names, 'id')).toBe(
    'Per 14 Maret 2026 tercatat 1.212 usaha batik, kerajinan, dan fesyen berskala mikro anggota KUB Canting Emas dengan kata “jlamprang” di Kecamatan Pekalongan Selatan dan Desa Pesalakan, milik 1.198 orang (sumber: Data UMKM Dinas Perindagkop Kota Pekalongan).',
  );
});

test('none on record is said as such, never as nought owned by nobody', () => {
  expect(leaderSentence({ ...figures, enterprises: 0, owners: 0 }, names, 'id')).toBe(
    'Per 14 Maret 2026 belum tercatat usaha (sumber: Data UMKM Dinas Perindagkop Kota Pekalongan).',
  );
  expect(leaderSentence({ ...figures, enterprises: 1, owners: 1 }, names, 'en')).toContain(
    '1 enterprise is on record, owned by 1 person',
  );
});
