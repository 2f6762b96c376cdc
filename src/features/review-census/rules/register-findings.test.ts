import { describe, expect, test } from 'vitest';
import type { Form } from '#questionnaire/form.ts';
import { type RegisterNow, registerFindings, undecided, type Visit } from './register-findings.ts';

const form: Form = {
  id: 'uji',
  version: 1,
  title: 'Uji',
  defaultLanguage: 'id',
  lists: {
    bands: [
      { name: 'small', label: { id: 'kecil' }, columns: { from: '0', to: '50000000' } },
      { name: 'large', label: { id: 'besar' }, columns: { from: '50000000' } },
    ],
  },
  items: [
    {
      kind: 'group',
      name: 'who',
      items: [
        { kind: 'text', name: 'business_name', preload: 'business_name' },
        { kind: 'text', name: 'owner_name', preload: 'owner_name' },
        { kind: 'text', name: 'address', preload: 'address' },
        { kind: 'text', name: 'main_product', preload: 'main_product' },
        { kind: 'phone', name: 'phone', preload: 'phone' },
        { kind: 'nik', name: 'nik', states: ['not_shown', 'declined'] },
        { kind: 'nib', name: 'nib', states: ['none_yet'] },
      ],
    },
    { kind: 'text', name: 'sector' },
    { kind: 'select_one', name: 'sales_band', list: 'bands' },
    { kind: 'integer', name: 'workers' },
  ],
};
const visit = (more: Partial<Visit> = {}): Visit => ({
  form,
  answers: {},
  preloaded: {},
  verdict: null,
  verifies: false,
  visitedOn: '2026-05-06',
  position: null,
  isRegisterUnchanged: true,
  sectors: ['batik', 'food'],
  ...more,
});
const now = (more: Partial<RegisterNow> = {}): RegisterNow => ({
  values: { name: 'Batik Ayu', fullName: 'Ayu', address: 'Jl. Mawar 1', sector: 'other' },
  hasOwner: true,
  nikAnswer: 'unknown',
  nibAnswer: 'unknown',
  isNik: () => null,
  hasPhone: () => false,
  products: [],
  figures: [],
  standing: 'listed',
  verifiedOn: null,
  operation: 'unknown',
  latitude: null,
  longitude: null,
  ...more,
});
const address = (
  loaded: string | undefined,
  said: string,
  office: string | null,
  more: Partial<Visit> = {},
) => {
  const found = registerFindings(
    visit({
      answers: { address: said },
      preloaded: loaded === undefined ? {} : { address: loaded },
      ...more,
    }),
    now({ values: { address: office } }),
  );
  if (found.conflicts.length > 0) return 'conflict';
  return found.place.address ?? 'nothing';
};

describe('three sides of a value: as the phone knew it, as it was answered, as the register has it now', () => {
  test.each<[string, string | undefined, string, string | null, Partial<Visit>, string]>([
    ['left as it was', 'Mawar 1', 'Mawar 1', 'Mawar 1', {}, 'nothing'],
    ['left as it was, changed in the office', 'Mawar 1', 'mawar  1', 'Melati 2', {}, 'nothing'],
    ['changed in the field only', 'Mawar 1', 'Melati 2', 'Mawar 1', {}, 'Melati 2'],
    ['changed to the same in both', 'Mawar 1', 'Melati 2', 'MELATI 2', {}, 'nothing'],
    ['changed in both, differently', 'Mawar 1', 'Melati 2', 'Kenanga 3', {}, 'conflict'],
    ['emptied in the office', 'Mawar 1', 'Melati 2', null, {}, 'Melati 2'],
    ['filled where nothing was', undefined, 'Melati 2', null, { isRegisterUnchanged: false }, 'Melati 2'],
    ['asked anew, enterprise unchanged', undefined, 'Melati 2', 'Mawar 1', {}, 'Melati 2'],
    [
      'asked anew, enterprise changed',
      undefined,
      'Melati 2',
      'Mawar 1',
      { isRegisterUnchanged: false },
      'conflict',
    ],
  ])('%s', (_name, loaded, said, office, more, outcome) => {
    expect(address(loaded, said, office, more)).toBe(outcome);
  });

  test('whoever decides says whose answer stands', () => {
    const said = visit({ answers: { address: 'Melati 2' }, preloaded: { address: 'Mawar 1' } });
    const there = now({ values: { address: 'Kenanga 3' } });
    expect(undecided(registerFindings(said, there))).toHaveLength(1);
    const office = registerFindings(said, there, { address: 'office' });
    expect([undecided(office), office.place]).toEqual([[], {}]);
    const field = registerFindings(said, there, { address: 'field' });
    expect(field.place).toEqual({ address: 'Melati 2' });
    expect(field.changes).toContainEqual({ field: 'address', before: 'Kenanga 3', after: 'Melati 2' });
  });
});

describe('identifiers', () => {
  const nik = '3375014107900001';
  test('a NIK fills a gap and never takes the place of another', () => {
    const said = visit({ answers: { nik } });
    expect(registerFindings(said, now()).owner.nik).toBe(nik);
    const other = registerFindings(said, now({ isNik: () => false, nikAnswer: 'known' }));
    expect([other.owner, other.isNikDifferent]).toEqual([{}, true]);
    expect(registerFindings(said, now({ isNik: () => true })).isNikDifferent).toBe(false);
  });
  test('why there is none is kept until there is one', () => {
    const said = visit({ answers: { nik: { answer: 'not_shown' }, nib: { answer: 'none_yet' } } });
    const gap = registerFindings(said, now());
    expect([gap.owner, gap.enterprise]).toEqual([{ nikAnswer: 'not_shown' }, { nibAnswer: 'none_yet' }]);
    const known = registerFindings(said, now({ nikAnswer: 'known', nibAnswer: 'known' }));
    expect([known.owner, known.enterprise]).toEqual([{}, {}]);
  });
  test('the hint of a phone number is no number, and a number is told once', () => {
    const hint = visit({ answers: { phone: '08******1234' }, preloaded: { phone: '08******1234' } });
    expect(registerFindings(hint, now()).phones).toEqual([]);
    const number = visit({ answers: { phone: '081234567890' }, preloaded: { phone: '08******1234' } });
    expect(registerFindings(number, now()).phones).toEqual(['+6281234567890']);
    expect(registerFindings(number, now({ hasPhone: () => true })).phones).toEqual([]);
  });
});

describe('figures and products', () => {
  test('a band is kept with both ends, the highest without an upper one', () => {
    const figures = (band: string) =>
      registerFindings(visit({ answers: { sales_band: band } }), now()).figures;
    expect(figures('small')).toEqual([{ kind: 'sales', year: 2026, amount: 0, amountUpper: 50_000_000 }]);
    expect(figures('large')).toEqual([{ kind: 'sales', year: 2026, amount: 50_000_000, amountUpper: null }]);
  });
  test('what is known already is not told again', () => {
    const said = visit({ answers: { workers: '3', main_product: 'batik cap' } });
    const figure = { kind: 'workers', year: 2026, amount: 3, amountUpper: null, observedOn: '2026-01-01' };
    const found = registerFindings(said, now({ figures: [figure], products: ['Batik Cap'] }));
    expect([found.figures, found.products]).toEqual([[], []]);
    expect(registerFindings(said, now()).products).toEqual(['batik cap']);
  });
  test('a second line of business is no reason to change the sector', () => {
    const sector = (goods: string, office: string) =>
      registerFindings(
        visit({ form: { ...form, items: [{ kind: 'select_multiple', name: 'goods' }] }, answers: { goods } }),
        now({ values: { sector: office } }),
      ).enterprise.sector;
    expect([sector('food batik', 'batik'), sector('food batik', 'craft')]).toEqual([undefined, 'food']);
  });
  test('the year alone is no other day of that year', () => {
    const started = (office: string) =>
      registerFindings(
        visit({
          form: { ...form, items: [{ kind: 'integer', name: 'started_year' }] },
          answers: { started_year: '2019' },
        }),
        now({ values: { startedOn: office } }),
      ).enterprise.startedOn;
    expect([started('2019-07-01'), started('2018-07-01')]).toEqual([undefined, '2019-01-01']);
  });
  test('a sector the office does not have says nothing', () => {
    expect(registerFindings(visit({ answers: { sector: 'moon' } }), now()).enterprise).toEqual({});
    expect(registerFindings(visit({ answers: { sector: 'food' } }), now()).enterprise).toEqual({
      sector: 'food',
    });
  });
});

describe('the verdict', () => {
  const verdictOf = (verdict: string, verifies: boolean, more: Partial<RegisterNow> = {}) =>
    registerFindings(visit({ verdict, verifies }), now(more)).enterprise;
  test('what was seen is verified on the day of the visit', () => {
    expect(verdictOf('produces', true)).toEqual({
      operation: 'produces',
      standing: 'verified',
      verifiedOn: '2026-05-06',
    });
  });
  test('a refusal is written down and verifies nothing', () => {
    expect(verdictOf('refused', false)).toEqual({ operation: 'refused' });
  });
  test('nobody found does not take away what an earlier visit saw', () => {
    expect(verdictOf('not_found', false, { operation: 'produces', standing: 'verified' })).toEqual({});
  });
  test('a later visit that was checked before stands', () => {
    expect(verdictOf('closed', true, { operation: 'produces', verifiedOn: '2026-05-20' })).toEqual({});
  });
});
