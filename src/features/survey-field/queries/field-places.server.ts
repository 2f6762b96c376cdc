import type { CensusPlace } from '../../plan-census/index.server.ts';
import { countWaiting } from '../delivery-store.server.ts';
import { fieldPermissions } from '../permissions.ts';

/** Where the list of rounds leads to, of what this slice keeps. */
export const fieldPlaces: readonly CensusPlace[] = [
  {
    path: '/pendataan/hp',
    label: { id: 'HP pendata', en: 'Field phones' },
    permission: fieldPermissions['field.view'],
  },
  {
    path: '/pendataan/terima-berkas',
    label: { id: 'Terima berkas', en: 'Take in a file' },
    permission: fieldPermissions['field.receive'],
  },
  {
    path: '/pendataan/karantina',
    label: { id: 'Karantina', en: 'Quarantine' },
    permission: fieldPermissions['field.view'],
    async countWaiting({ trx, officeCode }) {
      const { quarantined, unreadable } = await countWaiting(trx, officeCode);
      return quarantined + unreadable;
    },
  },
];
