import { describe, expect, test, vi } from 'vitest';
import { defaultModel } from './default-model.ts';
import type { EnterpriseRecord, LinkedPair } from './enterprise-record.ts';
import { enterprise, crowd as inventedCrowd } from './factory.ts';
import { linkEnterprises } from './link-enterprises.ts';

// Learning takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });
const crowd = inventedCrowd(400);

/** What is said of two records in the crowd; undefined where nothing is. */
async function judged(one: EnterpriseRecord, other: EnterpriseRecord): Promise<LinkedPair | undefined> {
  const { pairs } = await linkEnterprises([one, other, ...crowd], [], 'within');
  return pairs.find((pair) => pair.one === 0 && pair.other === 1);
}

const levelIn = (pair: LinkedPair | undefined, comparison: string) =>
  pair?.steps.find((step) => step.comparison === comparison)?.level;

const wastinah = enterprise({
  id: 'a',
  ownerName: 'Hj. Wastinah Sari',
  nik: '3375014503870001',
  noKk: '3375012001100009',
  phones: ['+6281234567890'],
  birthDate: '1987-03-05',
  sex: 'female',
  village: '33.75.01.1004',
  rt: '002',
  rw: '005',
  address: 'Jl. Kurinci No. 7',
  businessName: 'Batik Jlamprang Ayu',
  activity: 'batik tulis',
  kbli: '13133',
});
const without = (record: EnterpriseRecord, ...facts: (keyof EnterpriseRecord)[]) =>
  enterprise({
    ...record,
    ...Object.fromEntries(facts.map((fact) => [fact, fact === 'phones' ? [] : null])),
  });

describe('one enterprise, written down twice', () => {
  test.each<[string, Partial<EnterpriseRecord>]>([
    ['the same', {}],
    [
      'with another spelling of everything',
      { ownerName: 'WASTINA SARI, SE', address: 'JLN KURINCI 7', businessName: 'JLAMPRANG AYU' },
    ],
    ['with a digit of the NIK mistyped', { nik: '3375014503870007' }],
    ['with neighbouring digits transposed', { nik: '3375014503780001' }],
    ['with another phone', { phones: ['+6285712345678'] }],
    ['after a move', { noKk: '3375019911200001', address: 'Gg. Melati 3', rt: '1', rw: '1' }],
  ])('is found: %s', async (_how, changed) => {
    const pair = await judged(wastinah, enterprise({ ...wastinah, id: 'b', ...changed }));
    expect(pair).toMatchObject({ suggests: 'same', conflict: null });
    expect(pair!.probability).toBeGreaterThan(0.95);
  });

  test('is found without a NIK by name, birth date, village and business', async () => {
    const pair = await judged(
      without(wastinah, 'nik'),
      without({ ...wastinah, id: 'b' }, 'nik', 'phones', 'noKk'),
    );
    expect(pair).toMatchObject({ suggests: 'same', conflict: null });
    expect(pair!.probability).toBeGreaterThan(0.95);
  });

  test('the evidence names comparisons and levels, and no value of a record', async () => {
    const pair = await judged(wastinah, enterprise({ ...wastinah, id: 'b', nik: '3375014503870007' }));
    expect(levelIn(pair, 'nik')).toBe('one_digit');
    expect(levelIn(pair, 'person_name')).toBe('exact');
    expect(JSON.stringify(pair)).not.toMatch(/3375014503870|WASTINAH|KURINCI|8123456/i);
  });
});

describe('one NIK is for a person to judge', () => {
  test('under another name', async () => {
    const borrowed = enterprise({
      ...wastinah,
      id: 'b',
      ownerName: 'Sukirman',
      businessName: 'Toko Makmur',
      sex: 'male',
    });
    expect((await judged(wastinah, borrowed))?.conflict).toBe('same_nik_other_name');
  });

  test('under another name, however much else agrees', async () => {
    const pair = await judged(wastinah, enterprise({ ...wastinah, id: 'b', ownerName: 'Dewi Lestari' }));
    expect(pair!.probability).toBeGreaterThan(0.5);
    expect(pair!.conflict).toBe('same_nik_other_name');
  });

  test('of another sex', async () => {
    const pair = await judged(wastinah, enterprise({ ...wastinah, id: 'b', sex: 'male' }));
    expect(pair!.conflict).toBe('same_nik_other_sex');
  });

  test('and no conflict where nobody said the sex', async () => {
    expect((await judged(wastinah, enterprise({ ...wastinah, id: 'b', sex: null })))?.conflict).toBeNull();
  });
});

describe('what two people may share', () => {
  test('HARYANTO and HARYANTI of one household are two', async () => {
    const shared = without(wastinah, 'businessName', 'activity', 'kbli', 'birthDate');
    const haryanto = enterprise({ ...shared, ownerName: 'Haryanto', nik: '3375010503850001', sex: 'male' });
    const haryanti = enterprise({
      ...shared,
      id: 'b',
      ownerName: 'Haryanti',
      nik: '3375014803880002',
      sex: 'female',
    });
    // Nobody said when they were born: a person has to look. Known, it tells them apart.
    expect((await judged(haryanto, haryanti))?.probability ?? 0).toBeLessThan(0.95);
    const born = [
      { ...haryanto, birthDate: '1985-03-05' },
      { ...haryanti, birthDate: '1961-11-27' },
    ] as const;
    expect((await judged(...born))?.probability ?? 0).toBeLessThan(0.5);
  });

  test('No. KK proposes and does not decide: it is no evidence', async () => {
    const mother = enterprise({ ...without(wastinah, 'nik', 'phones', 'birthDate'), ownerName: 'Wastinah' });
    const pair = await judged(mother, enterprise({ ...mother, id: 'b' }));
    expect(pair!.steps.map(({ comparison }) => comparison)).not.toContain('no_kk');
    const strangers = await judged(
      enterprise({ id: 'a', noKk: '3375012001100009', ownerName: 'Wastinah', nik: '3375014503870001' }),
      enterprise({ id: 'b', noKk: '3375012001100009', ownerName: 'Wastinah', nik: '3325011203910002' }),
    );
    expect(strangers?.probability ?? 0).toBeLessThan(0.5);
  });

  test.each([
    ['few records, by what was learned elsewhere', 400],
    ['records enough to learn from', 1100],
  ])('a phone that many give says less than one of one’s own: %s', async (_how, count) => {
    const kader = '+6281300000001';
    const shared = inventedCrowd(count).map((record, at) =>
      at % 10 === 0 ? { ...record, phones: [kader] } : record,
    );
    const sukirman = enterprise({
      ...wastinah,
      ownerName: 'Sukirman',
      nik: '3325010607620003',
      birthDate: '1962-07-06',
      sex: 'male',
      phones: [kader],
    });
    const { pairs } = await linkEnterprises(
      [wastinah, wastinah, sukirman, sukirman, ...shared],
      [],
      'within',
    );
    const phoneStep = (first: number) =>
      pairs
        .find(({ one, other }) => one === first && other === first + 1)!
        .steps.find(({ comparison }) => comparison === 'phone')!;
    const [own, ofMany] = [phoneStep(0), phoneStep(2)];
    expect([own.level, ofMany.level]).toEqual(['exact', 'exact']);
    expect(own.weight).toBeGreaterThan(6);
    expect(ofMany.weight).toBeLessThan(own.weight - 4);
  });

  test('and neighbours who share it are not joined', async () => {
    const kader = '+6281300000001';
    const shared = crowd.map((record, at) => (at < 60 ? { ...record, phones: [kader] } : record));
    const { pairs } = await linkEnterprises(shared, [], 'within');
    const joined = pairs.filter(
      ({ one, other, probability, suggests }) =>
        suggests === 'same' &&
        probability > 0.5 &&
        one < 60 &&
        other < 60 &&
        crowd[one]!.nik !== crowd[other]!.nik,
    );
    expect(joined).toEqual([]);
  });
});

describe('an owner of two businesses', () => {
  const other = enterprise({
    ...wastinah,
    id: 'b',
    businessName: 'Katering Barokah',
    activity: 'katering',
    kbli: '56210',
    nib: null,
  });

  test('who stands twice is suggested as one owner, the businesses stay two', async () => {
    const pair = await judged(wastinah, other);
    expect(pair).toMatchObject({ suggests: 'same_owner', conflict: null });
    expect(pair!.probability).toBeGreaterThan(0.8);
    expect(levelIn(pair, 'related')).toBe('other_business');
  });

  test('who stands once is known already: nothing is suggested', async () => {
    const pair = await judged({ ...wastinah, ownerId: 'o1' }, { ...other, ownerId: 'o1' });
    expect(pair?.suggests ?? 'same').toBe('same');
    expect(pair?.probability ?? 0).toBeLessThan(0.5);
  });
});

describe('which pairs are looked for', () => {
  const register = [wastinah, ...crowd];
  const newcomers = [1, 2].map((at) => enterprise({ ...wastinah, id: `new ${at}` }));
  const pairsFor = async (scope: 'between' | 'joining' | 'all') =>
    (await linkEnterprises(newcomers, register, scope)).pairs.map(({ one, other }) => `${one} ${other}`);

  test('between a list and the register, not within the list', async () => {
    expect(await pairsFor('between')).toEqual(['0 2', '1 2']);
  });

  test('joining: newcomers among themselves and with the register, which is not searched again', async () => {
    const twins = [wastinah, enterprise({ ...wastinah, id: 'twin' }), ...crowd];
    const { pairs } = await linkEnterprises(newcomers, twins, 'joining');
    expect(pairs.map(({ one, other }) => `${one} ${other}`)).toEqual(['0 1', '0 2', '0 3', '1 2', '1 3']);
    const all = (await linkEnterprises(newcomers, twins, 'all')).pairs.map(
      ({ one, other }) => `${one} ${other}`,
    );
    expect(all).toContain('2 3');
  });
});

test('a pair that is alone is likelier one enterprise than a pair of an owner who stands there more often', async () => {
  const sold = enterprise({
    ...wastinah,
    id: 'b',
    businessName: 'Jlamprang',
    activity: 'katering',
    kbli: '56210',
  });
  const third = enterprise({
    ...wastinah,
    id: 'c',
    businessName: 'Toko Makmur',
    activity: 'toko kelontong',
    kbli: '47112',
  });
  const same = async (...more: EnterpriseRecord[]) => {
    const { pairs } = await linkEnterprises([wastinah, sold, ...more, ...crowd], [], 'within');
    const pair = pairs.find(({ one, other }) => one === 0 && other === 1)!;
    return pair.suggests === 'same' ? pair.probability : 1 - pair.probability;
  };
  expect(await same()).toBeGreaterThan(await same(third));
});

test('pairs that would chain two enterprises together are marked', async () => {
  // b is a poor record that looks like two people, who are surely two.
  const first = enterprise({ ...wastinah, id: 'a1' });
  const second = enterprise({
    ...wastinah,
    id: 'c1',
    nik: '3325011203910002',
    birthDate: '1991-03-12',
    phones: ['+6285799999999'],
    ownerName: 'Wastinah Puji',
    businessName: 'Jlamprang Ayu',
    rt: '009',
    address: 'Gg. Melati 3',
  });
  const { pairs } = await linkEnterprises(
    [first, { ...first, id: 'a2' }, second, { ...second, id: 'c2' }, ...crowd],
    [],
    'within',
  );
  const across = pairs.filter(({ one, other }) => one < 2 && other >= 2 && other < 4);
  expect(across.filter(({ conflict, probability }) => conflict === null && probability > 0.95)).toEqual([]);
});

describe('kept parameters', () => {
  test('are used again: the same records weigh the same', async () => {
    const records = [wastinah, enterprise({ ...wastinah, id: 'b' }), ...crowd];
    const first = await linkEnterprises(records, [], 'within');
    const again = await linkEnterprises(records, [], 'within', {
      model: JSON.parse(JSON.stringify(first.model)),
    });
    expect(again).toEqual(first);
  });

  test('where few records teach nothing, what was learned elsewhere is used', async () => {
    const { model } = await linkEnterprises([wastinah, ...crowd], [], 'within');
    expect(model.comparisons).toEqual(defaultModel.comparisons);
    expect(model.matchesPerRecord).toBe(defaultModel.matchesPerRecord);
  });
});

test('nobody, or one, is linked with nobody', async () => {
  expect((await linkEnterprises([], [], 'within')).pairs).toEqual([]);
  expect((await linkEnterprises([wastinah], [], 'within')).pairs).toEqual([]);
  expect((await linkEnterprises([wastinah], [], 'between')).pairs).toEqual([]);
});

test('who cancels is obeyed', async () => {
  const reason = new Error('enough');
  const linked = linkEnterprises(crowd, [], 'within', { signal: AbortSignal.abort(reason) });
  await expect(linked).rejects.toBe(reason);
});
