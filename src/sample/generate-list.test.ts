import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { generateList, type ListInput, type SampleListRow } from '#sample/generate-list.ts';
import { generateOffice } from '#sample/generate-office.ts';
import { MESS_RATES, type MessLevel } from '#sample/list/mess-rates.ts';
import { AREAS, KBLI } from '#sample/sample-areas.fixture.ts';
import type { SampleEnterprise } from '#sample/sample-types.ts';

const REGISTER = { seed: 'register', rows: 5000 };
const BPUM: ListInput = {
  officeCode: '33.75',
  kind: 'bpum',
  rows: 3000,
  overlap: 0.6,
  mess: 'medium',
  seed: 'list',
  against: REGISTER,
  areas: AREAS,
  kbli: KBLI,
};
const LEVELS: readonly MessLevel[] = ['low', 'medium', 'high'];

const cellOf = (row: SampleListRow, header: string): string =>
  row.cells[row.header.indexOf(header)] as string;
const share = (rows: readonly SampleListRow[], test: (row: SampleListRow) => boolean) =>
  rows.filter(test).length / rows.length;

describe('a list made from the register', () => {
  const list = [...generateList(BPUM)];
  const register = new Map<string, SampleEnterprise>();
  for (const enterprise of generateOffice({ ...BPUM, ...REGISTER }))
    register.set(enterprise.business.sampleBusinessId, enterprise);

  it('is the same for the same seed and another for another', () => {
    const hashOf = (seed: string) =>
      createHash('sha256')
        .update(JSON.stringify([...generateList({ ...BPUM, rows: 2000, seed })]))
        .digest('hex');
    expect(hashOf('list')).toBe(hashOf('list'));
    expect(hashOf('list')).not.toBe(hashOf('another'));
  });

  it('tells the truth about every row', () => {
    expect(list.map(({ truth }) => truth.listRow)).toEqual(
      Array.from({ length: 3000 }, (_, index) => index + 1),
    );
    for (const { truth } of list) {
      const known = register.get(truth.sampleBusinessId);
      expect(known !== undefined).toBe(truth.inRegister);
      if (known) expect(known.owner.sampleOwnerId).toBe(truth.sampleOwnerId);
    }
  });

  it('overlaps the register by the wanted share', () => {
    for (const overlap of [0, 0.3, 0.9, 1]) {
      const rows = [...generateList({ ...BPUM, overlap })];
      expect(rows).toHaveLength(3000);
      expect(Math.abs(share(rows, ({ truth }) => truth.inRegister) - overlap)).toBeLessThan(0.03);
    }
  });

  it('shares no owner between its new people and the register', () => {
    const owners = new Set([...register.values()].map(({ owner }) => owner.sampleOwnerId));
    expect(list.some(({ truth }) => !truth.inRegister && owners.has(truth.sampleOwnerId))).toBe(false);
  });

  it('writes a business again at the rate of its mess, and only where the truth says so', () => {
    const seen = new Set<string>();
    for (const { truth } of list) {
      expect(truth.mess.includes('repeated')).toBe(seen.has(truth.sampleBusinessId));
      seen.add(truth.sampleBusinessId);
    }
    expect((list.length - seen.size) / list.length).toBeCloseTo(MESS_RATES.medium.repeated, 1);
  });

  it('writes businesses again as often as asked, in other words each time', () => {
    const rows = [...generateList({ ...BPUM, mess: 'medium', repeated: 0.2 })];
    const first = new Map<string, string>();
    let sameWords = 0;
    for (const { cells, truth } of rows) {
      const written = cells.slice(1).join('|');
      const earlier = first.get(truth.sampleBusinessId);
      if (earlier === undefined) first.set(truth.sampleBusinessId, written);
      else if (earlier === written) sameWords++;
    }
    const repeated = rows.length - first.size;
    expect(Math.abs(repeated / rows.length - 0.2)).toBeLessThan(0.03);
    expect(sameWords / repeated).toBeLessThan(0.05);
    expect(() => [...generateList({ ...BPUM, repeated: 1 })]).toThrow(RangeError);
  });

  it('has the right NIK in most rows of a known owner', () => {
    const known = list.filter(({ truth }) => truth.inRegister);
    const right = share(
      known,
      (row) => cellOf(row, 'NIK') === register.get(row.truth.sampleBusinessId)?.owner.nik,
    );
    expect(right).toBeGreaterThan(0.75);
    expect(right).toBeLessThan(0.95);
  });

  it('refuses more overlap than the register has', () => {
    expect(() => [...generateList({ ...BPUM, rows: 10_000, overlap: 0.9 })]).toThrow(RangeError);
  });
});

describe('mess', () => {
  const lists = Object.fromEntries(LEVELS.map((mess) => [mess, [...generateList({ ...BPUM, mess })]]));
  const at = (level: MessLevel) => lists[level] as SampleListRow[];

  it.each(LEVELS)('%s leaves the stated share of NIK and phones empty', (level) => {
    const rates = MESS_RATES[level];
    const noNik = share(at(level), (row) => cellOf(row, 'NIK').length < 2);
    const noPhone = share(at(level), (row) => cellOf(row, 'NO HP').length < 2);
    expect(Math.abs(noNik - rates.nikMissing)).toBeLessThan(0.025);
    expect(Math.abs(noPhone - rates.phoneMissing)).toBeLessThan(0.03);
  });

  it('grows from low to high in every kind', () => {
    for (const kind of Object.keys(MESS_RATES.low) as (keyof typeof MESS_RATES.low)[]) {
      expect(MESS_RATES.low[kind]).toBeLessThan(MESS_RATES.medium[kind]);
      expect(MESS_RATES.medium[kind]).toBeLessThan(MESS_RATES.high[kind]);
    }
  });

  it('high shows what officers know: old kelurahan names, rounded NIK, titles, short names, odd phones and dates', () => {
    const column = (header: string) =>
      at('high')
        .map((row) => cellOf(row, header))
        .join('\n');
    expect(column('KELURAHAN/DESA')).toMatch(/^(Soko|Duwet|Landungsari)$/im);
    expect(column('NIK')).toMatch(/^\d[.,]\d{5}E\+15$/m);
    expect(column('NAMA LENGKAP')).toMatch(/^(Hj?\.?|Haji|Hajjah) /im);
    expect(column('NAMA LENGKAP')).toMatch(/^(Moch\.|Moh\.|Abd\.|Akh\.) /im);
    expect(column('NAMA LENGKAP')).toMatch(/oe|tj|dj/i);
    expect(column('NAMA LENGKAP')).toMatch(/\(Alm\)$/im);
    expect(column('NO HP')).toMatch(/^62\d{11}$/m);
    expect(column('NO HP')).toMatch(/^8\d{10}$/m);
    for (const date of [
      /^\d{2}-\d{2}-\d{4}$/m,
      /^\d{2}\/\d{2}\/\d{4}$/m,
      /^\d{4}-\d{2}-\d{2}$/m,
      /^\d+ \w+ \d{4}$/m,
      /^\d{5}$/m,
    ]) {
      expect(column('TANGGAL LAHIR')).toMatch(date);
    }
  });

  it('writes money as people say it', () => {
    const money = [...generateList({ ...BPUM, kind: 'sidt', mess: 'high' })]
      .map((row) => cellOf(row, 'omzet'))
      .join('\n');
    for (const form of [/^\d+,\d jt$/m, /^Rp\. [\d.]+,-$/m, /^\d+$/m, /^\d{1,3}(\.\d{3})+$/m])
      expect(money).toMatch(form);
  });
});

describe('each kind of list', () => {
  it.each(['bpum', 'sidt', 'oss', 'village'] as const)('%s fills every column of its header', (kind) => {
    for (const { header, cells } of generateList({ ...BPUM, kind, rows: 50 }))
      expect(cells).toHaveLength(header.length);
  });

  it('gives one business the same NIB in OSS each time it is written', () => {
    const numbers = new Map<string, string>();
    for (const row of generateList({ ...BPUM, kind: 'oss', mess: 'low', rows: 3000 })) {
      if (row.truth.mess.includes('cellsSwapped')) continue;
      const nib = cellOf(row, 'nib');
      expect(nib).toMatch(/^\d{13}$/);
      expect(numbers.get(row.truth.sampleBusinessId) ?? nib).toBe(nib);
      numbers.set(row.truth.sampleBusinessId, nib);
    }
  });

  it('can be of one village, and ends when that village has no more enterprises', () => {
    const villageCode = '33.75.04.1004';
    const rows = [...generateList({ ...BPUM, kind: 'village', rows: 4000, overlap: 1, villageCode })];
    const population = [...generateOffice({ ...BPUM, ...REGISTER })];
    const there = new Set(
      population
        .filter(({ business }) => business.premises.villageCode === villageCode)
        .map(({ business }) => business.sampleBusinessId),
    );
    expect(rows.length).toBeLessThan(4000);
    expect(new Set(rows.map(({ truth }) => truth.sampleBusinessId))).toEqual(there);
  });
});
