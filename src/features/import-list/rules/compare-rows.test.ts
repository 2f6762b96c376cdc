import { describe, expect, it } from 'vitest';
import type { Cell } from './cell.ts';
import { compareRecords, matchRows, rowKeys } from './compare-rows.ts';
import { aListContext, aMapping } from './factory.ts';
import { rowValidator } from './validate-row.ts';

const validate = rowValidator(
  aMapping('source_key', 'full_name', 'nik', 'village', 'business_name', 'phone', 'nib', {
    field: 'sales',
    period: 'month',
  }),
  aListContext(),
);
type Told = {
  source?: string;
  name?: string;
  nik?: string;
  village?: string;
  business?: string;
  phone?: string;
  nib?: string;
  sales?: Cell;
};
const record = ({
  source = '',
  name = 'Siti Aminah',
  nik = '3375044708850001',
  village = 'Jenggot',
  business = 'Batik Nadia',
  phone = '',
  nib = '',
  sales = null,
}: Told = {}) => validate([source, name, nik, village, business, phone, nib, sales]).record;
const list = (...rows: Told[]) => rows.map((row, id) => ({ id, keys: rowKeys(record(row)) }));

describe('a row is found again in the next list', () => {
  it.each<[string, Told, Told, string]>([
    [
      'the id of the source',
      { source: 'SIDT-1' },
      { source: 'SIDT-1', name: 'Siti A.', nik: '', business: 'Lain' },
      'source',
    ],
    [
      'NIB and business',
      { nib: '0123456789012', nik: '' },
      { nib: '0123456789012', nik: '', name: 'Aminah' },
      'nib_and_business',
    ],
    [
      'NIK and business, spelt otherwise',
      {},
      { name: 'SITI AMINAH, S.Pd', business: 'BATIK "NADIA"' },
      'nik_and_business',
    ],
    ['NIK alone, where the business was renamed', {}, { business: 'Nadia Collection' }, 'nik'],
    [
      'names and village, where there is no number',
      { nik: '' },
      { nik: '', name: 'Hj. Siti Aminah' },
      'names_and_village',
    ],
  ])('by %s', (_, before, after, by) => {
    expect(matchRows(list(before), list(after))).toMatchObject({
      same: [{ before: 0, after: 0, by }],
      new: [],
      missingNow: [],
    });
  });

  it('but two businesses of one owner stay two', () => {
    const both = list({ business: 'Batik Nadia' }, { business: 'Warung Bu Siti' });
    const { same, repeated } = matchRows(both, [...both].reverse());
    expect(same.map(({ before, after }) => [before, after])).toEqual([
      [1, 1],
      [0, 0],
    ]);
    expect(repeated).toEqual([]);
  });

  it('and two of the same name in one village are not guessed at', () => {
    const two = list({ nik: '', phone: '081234567890' }, { nik: '', phone: '085612345678' });
    expect(matchRows(two, two)).toMatchObject({ same: [], new: [0, 1], missingNow: [0, 1] });
  });
});

it('every row of both lists is accounted for once: same, new, missing now or repeated', () => {
  const before = list({}, { nik: '3375040101800002', name: 'Slamet' }, { nik: '', name: 'Sri' });
  const after = list(
    { nik: '3375040101800002', name: 'Slamet' },
    {},
    {},
    { nik: '', name: 'Kasno', business: 'Warung' },
  );
  const matched = matchRows(before, after);
  expect(matched.same).toHaveLength(2);
  expect(matched.new).toEqual([3]);
  expect(matched.missingNow).toEqual([2]);
  expect(matched.repeated).toEqual([{ row: 2, of: 1 }]);
});

describe('what a new list says otherwise', () => {
  it('is nothing when the same is written in another way', () => {
    expect(
      compareRecords(
        record({ phone: '0812-3456-7890', sales: '1,5 jt' }),
        record({ phone: '6281234567890', sales: 1_500_000 }),
      ),
    ).toEqual([]);
  });

  it('is told field by field', () => {
    expect(
      compareRecords(
        record({ phone: '081234567890', sales: '1 jt' }),
        record({ phone: '085612345678', sales: '2 jt' }),
      ),
    ).toEqual([
      { field: 'owner.phones', before: '+6281234567890', after: '+6285612345678' },
      { field: 'figures.sales.2026', before: '12000000', after: '24000000' },
    ]);
  });

  it('never erases: an empty cell says nothing', () => {
    expect(
      compareRecords(
        record({ phone: '081234567890', nib: '0123456789012' }),
        record({ nik: '', business: '', village: '' }),
      ),
    ).toEqual([]);
  });

  it('may be the first word on something', () => {
    expect(compareRecords(record(), record({ nib: '0123456789012' }))).toEqual([
      { field: 'enterprise.nib', before: null, after: '0123456789012' },
    ]);
  });
});
