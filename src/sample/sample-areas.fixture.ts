import type { SampleArea, SampleKbli } from '#sample/sample-types.ts';
import { TRADES } from '#sample/word-lists/trades.ts';

/** A few villages of both offices, for tests. */
export const AREAS: readonly SampleArea[] = [
  {
    code: '33.75.01.1004',
    name: 'Sapuro Kebulen',
    districtName: 'Pekalongan Barat',
    aliases: ['Sapuro', 'Kebulen'],
  },
  { code: '33.75.02.1004', name: 'Kauman', districtName: 'Pekalongan Timur' },
  {
    code: '33.75.02.1002',
    name: 'Noyontaansari',
    districtName: 'Pekalongan Timur',
    aliases: ['Noyontaan', 'Landungsari'],
  },
  {
    code: '33.75.03.1009',
    name: 'Bandengan',
    districtName: 'Pekalongan Utara',
    centroid: { lat: -6.866, long: 109.663 },
  },
  {
    code: '33.75.04.1004',
    name: 'Jenggot',
    districtName: 'Pekalongan Selatan',
    centroid: { lat: -6.926, long: 109.669 },
  },
  {
    code: '33.75.04.1010',
    name: 'Sokoduwet',
    districtName: 'Pekalongan Selatan',
    aliases: ['Soko', 'Duwet'],
  },
  { code: '33.25.01.2001', name: 'Silurah', districtName: 'Wonotunggal' },
  { code: '33.25.01.2002', name: 'Sodong', districtName: 'Wonotunggal' },
];

export const KBLI: readonly SampleKbli[] = TRADES.map((trade) => ({ code: trade.kbli, title: trade.kbli }));
