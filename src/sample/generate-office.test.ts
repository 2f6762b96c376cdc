import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { enterpriseAt, generateOffice, type OfficeInput } from '#sample/generate-office.ts';
import { buildPopulation } from '#sample/population.ts';
import { AREAS, KBLI } from '#sample/sample-areas.fixture.ts';
import { SAMPLE_DAY, type SampleEnterprise, type SampleOwner } from '#sample/sample-types.ts';

const CITY: Omit<OfficeInput, 'rows'> = { officeCode: '33.75', seed: 'register', areas: AREAS, kbli: KBLI };
/** Permendagri form of the NIK, as in the handbook of the field: women have 40 added to the day, serial not 0000. */
const NIK = /^\d{6}([04][1-9]|[1256]\d|[37][01])(0[1-9]|1[0-2])\d{2}(?!0000)\d{4}$/;

const hashOf = (input: OfficeInput): string =>
  createHash('sha256')
    .update(JSON.stringify([...generateOffice(input)]))
    .digest('hex');

describe('the same seed', () => {
  it('gives the same 2,000 enterprises, another seed others', () => {
    const first = hashOf({ ...CITY, rows: 2000 });
    expect(hashOf({ ...CITY, rows: 2000 })).toBe(first);
    expect(hashOf({ ...CITY, rows: 2000, seed: 'other' })).not.toBe(first);
  });

  it('gives the same enterprise whether made in turn or alone', () => {
    const inTurn = [...generateOffice({ ...CITY, rows: 60 })];
    const population = buildPopulation(CITY);
    expect([59, 3, 27].map((index) => enterpriseAt(population, index))).toEqual([
      inTurn[59],
      inTurn[3],
      inTurn[27],
    ]);
  });
});

describe('a register of 20,000', () => {
  let register: SampleEnterprise[];
  let owners: Map<string, SampleOwner>;
  const share = (test: (enterprise: SampleEnterprise) => boolean) =>
    register.filter(test).length / register.length;
  const ownerShare = (test: (owner: SampleOwner) => boolean) =>
    [...owners.values()].filter(test).length / owners.size;

  beforeAll(() => {
    register = [...generateOffice({ ...CITY, rows: 20_000 })];
    owners = new Map(register.map(({ owner }) => [owner.sampleOwnerId, owner]));
  });

  it('gives every owner a valid NIK of their own that tells birth date and sex', () => {
    for (const owner of owners.values()) {
      expect(owner.nik).toMatch(NIK);
      const [year, month, day] = owner.birthDate.split('-') as [string, string, string];
      const codedDay = Number(day) + (owner.sex === 'female' ? 40 : 0);
      expect(owner.nik.slice(6, 12)).toBe(`${String(codedDay).padStart(2, '0')}${month}${year.slice(2)}`);
    }
    expect(new Set([...owners.values()].map((owner) => owner.nik)).size).toBe(owners.size);
  });

  it('keeps invented NIK and No. KK apart from real ones by serials from 5001', () => {
    expect(ownerShare(({ nik, noKk }) => nik.slice(12) > '5000' && noKk.slice(12) > '5000')).toBe(1);
    expect(ownerShare(({ nik }) => nik.startsWith('3375'))).toBeGreaterThan(0.7);
    expect(ownerShare(({ nik }) => nik.startsWith('3375'))).toBeLessThan(0.95);
  });

  it('uses only phone numbers of prefixes not known to be given out by an operator', () => {
    expect(ownerShare(({ phone }) => /^\+628[123579]0|^\+6289[0]/.test(phone) && phone.length === 14)).toBe(
      1,
    );
  });

  it('tells the same about an owner of several businesses each time', () => {
    const told = new Map<string, string>();
    for (const { owner } of register) {
      const text = JSON.stringify(owner);
      expect(told.get(owner.sampleOwnerId) ?? text).toBe(text);
      told.set(owner.sampleOwnerId, text);
    }
    const several = (register.length - owners.size) / owners.size;
    expect(several).toBeGreaterThan(0.03);
    expect(several).toBeLessThan(0.07);
  });

  it('has owners of one household under one No. KK, and phones used by several', () => {
    const cards = new Set([...owners.values()].map((owner) => owner.noKk));
    const phones = new Set([...owners.values()].map((owner) => owner.phone));
    expect(owners.size - cards.size).toBeGreaterThan(owners.size * 0.04);
    expect(owners.size - phones.size).toBeGreaterThan(owners.size * 0.02);
  });

  it('has widows who continue the business of a man with a NIK of his own', () => {
    const widows = [...owners.values()].filter((owner) => owner.continuesFrom);
    expect(widows.length).toBeGreaterThan(200);
    for (const widow of widows) {
      expect(widow.sex).toBe('female');
      expect(widow.continuesFrom?.nik).toMatch(NIK);
      expect(widow.continuesFrom?.nik).not.toBe(widow.nik);
    }
  });

  it('has between 48% and 62% women, and 1% to 4% with a disability', () => {
    expect(ownerShare((owner) => owner.sex === 'female')).toBeGreaterThan(0.48);
    expect(ownerShare((owner) => owner.sex === 'female')).toBeLessThan(0.62);
    expect(ownerShare((owner) => owner.disability !== undefined)).toBeGreaterThan(0.01);
    expect(ownerShare((owner) => owner.disability !== undefined)).toBeLessThan(0.04);
  });

  it('is more than 99% but not wholly micro by sales (PP 7/2021 art. 35)', () => {
    const micro = share(({ business }) => business.sales.every(({ amount }) => amount <= 2_000_000_000));
    expect(micro).toBeGreaterThan(0.99);
    expect(micro).toBeLessThan(1);
  });

  it('has about 35% with NIB', () => {
    expect(share(({ business }) => /^\d{13}$/.test(business.nib ?? ''))).toBeCloseTo(0.35, 1);
  });

  it('repeats common names and still has many different ones', () => {
    const counts = new Map<string, number>();
    for (const { fullName } of owners.values()) counts.set(fullName, (counts.get(fullName) ?? 0) + 1);
    expect(counts.size / owners.size).toBeGreaterThan(0.3);
    expect(counts.size / owners.size).toBeLessThan(0.8);
    expect(Math.max(...counts.values())).toBeGreaterThan(owners.size * 0.001);
    const oneWord = ownerShare((owner) => !owner.fullName.includes(' '));
    expect(oneWord).toBeGreaterThan(0.1);
    expect(oneWord).toBeLessThan(0.5);
  });

  it('is spread unevenly over all villages of the office and none of another', () => {
    const counts = new Map<string, number>();
    for (const { business } of register) {
      const code = business.premises.villageCode;
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    expect([...counts.keys()].every((code) => code.startsWith('33.75.'))).toBe(true);
    expect(counts.size).toBe(6);
    expect(Math.max(...counts.values())).toBeGreaterThan(1.5 * Math.min(...counts.values()));
  });

  it('gives a position only where the middle of the village is known', () => {
    const known = new Set(AREAS.filter((area) => area.centroid).map((area) => area.code));
    expect(
      share(
        ({ business: { premises } }) => (premises.position !== undefined) === known.has(premises.villageCode),
      ),
    ).toBe(1);
  });

  it('holds P-IRT and halal numbers in their official form, the P-IRT ending in its year of expiry', () => {
    const evidences = register.flatMap(({ business }) => business.evidences);
    const pirt = evidences.filter(({ kind }) => kind === 'pirt');
    const halal = evidences.filter(({ kind }) => kind === 'halal');
    expect(pirt.length).toBeGreaterThan(50);
    expect(halal.length).toBeGreaterThan(50);
    for (const { number, expiresOn } of pirt) {
      expect(number).toMatch(/^[1-8]\d{2}3375\d{6}-\d{2}$/);
      expect(number.slice(-2)).toBe(expiresOn?.slice(2, 4));
    }
    for (const { number, issuedOn } of halal) {
      expect(number).toMatch(/^ID\d{17}$/);
      expect(number.slice(-4)).toBe(issuedOn.slice(5, 7) + issuedOn.slice(2, 4));
    }
  });

  it('has nothing later than the day on which the sample stands still, and no owner under 17', () => {
    for (const { owner, business, groups } of register) {
      const days = [
        business.startedOn,
        ...business.evidences.map((e) => e.issuedOn),
        ...groups.map((g) => g.joinedOn),
      ];
      for (const day of days) expect(day <= SAMPLE_DAY && day >= '1960').toBe(true);
      expect(owner.birthDate < '2009-10-31').toBe(true);
      expect(Number(business.startedOn.slice(0, 4))).toBeGreaterThanOrEqual(
        Number(owner.birthDate.slice(0, 4)) + 17,
      );
    }
  });
});

describe('an office that cannot be made', () => {
  it('is refused when no village of it is given', () => {
    expect(() => [...generateOffice({ ...CITY, officeCode: '33.74', rows: 1 })]).toThrow('33.74');
  });

  it('is refused when no KBLI row is known', () => {
    expect(() => [...generateOffice({ ...CITY, kbli: [{ code: '99999', title: 'x' }], rows: 1 })]).toThrow(
      RangeError,
    );
  });
});
