import type { LinkageSettings } from '#linkage/settings.ts';
import {
  compareActivity,
  compareAddress,
  compareBirthDate,
  compareBusinessName,
  compareCategory,
  compareNib,
  compareNik,
  comparePersonName,
  comparePhone,
  compareRtRw,
  compareSex,
  compareVillage,
} from './indonesian-comparisons.ts';

/** Columns of the table that records are laid out in, in this order (see enterprise-table.ts). */
export const enterpriseColumns = [
  'name',
  'nik',
  'no_kk',
  'nib',
  'phone',
  'phones',
  'birth_date',
  'sex',
  'village',
  'rt',
  'rt_rw',
  'address',
  'business_name',
  'activity',
  'kbli',
] as const;

/** An owner's other business: all of the person agrees, and nothing of the business. */
export const OTHER_BUSINESS = ['nib', 'business_name', 'activity', 'category'];

/**
 * How the register is searched for records that are one. No. KK and all phones of a person only propose. The first of
 * `related` is an owner's other business; which share of pairs is such, is learned.
 */
export const enterpriseSettings: LinkageSettings = {
  comparisons: [
    comparePersonName('name'),
    compareNik('nik'),
    compareNib('nib'),
    comparePhone('phone', 'phones'),
    compareBirthDate('birth_date'),
    compareSex('sex'),
    compareVillage('village'),
    compareRtRw('rt_rw'),
    compareAddress('address'),
    compareBusinessName('business_name', 'name'),
    compareActivity('activity'),
    compareCategory('kbli', 'activity'),
  ],
  related: [OTHER_BUSINESS],
  blocking: [
    'nik',
    'nib',
    'phones|words',
    'nik|nik-birth',
    'nik|nik-serial',
    'name|person-sound + village',
    'name|person-sound + birth_date',
    'name|person-longest + birth_date',
    'name|person-first + birth_date',
    'no_kk + name|person-first',
    'name|person-longest + village + rt',
    'name|person-first + village + rt_rw',
    'business_name|business-sound + village',
    'birth_date + village',
    'name|person-sound + kbli',
  ],
  blockLimit: 300,
  samplePairs: 150_000,
  seed: 1,
};
