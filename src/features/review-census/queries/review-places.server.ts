import type { CensusPlace } from '../../plan-census/index.server.ts';
import { reviewPermissions } from '../permissions.ts';

/** Where the list of rounds leads to, of what this slice keeps. */
export const reviewPlaces: readonly CensusPlace[] = [
  {
    path: '/pendataan/belum-dikunjungi',
    label: { id: 'Belum dikunjungi', en: 'Not visited' },
    permission: reviewPermissions['review.view'],
  },
];
