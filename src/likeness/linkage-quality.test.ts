import { expect, test } from 'vitest';
import { takeRtRw } from '#kernel/naming/rt-rw.ts';
import { parseDate } from '#kernel/parse-date.ts';
import { parseNib } from '#kernel/statutory/nib.ts';
import { parseNik } from '#kernel/statutory/nik.ts';
import { extractPhones } from '#kernel/statutory/phone.ts';
import { qualityOf } from '#linkage/evaluate.ts';
import { generateList, type ListInput, type SampleListRow } from '#sample/generate-list.ts';
import { AREAS, KBLI } from '#sample/sample-areas.fixture.ts';
import { SAMPLE_DAY } from '#sample/sample-types.ts';
import type { EnterpriseRecord } from './enterprise-record.ts';
import { enterprise } from './factory.ts';
import { type LinkedEnterprises, linkEnterprises } from './link-enterprises.ts';

// Invented lists, messy to a middling degree, of which it is known which rows are about one enterprise.
const INPUT: ListInput = {
  officeCode: '33.75',
  kind: 'sidt',
  rows: 2000,
  overlap: 0.5,
  mess: 'medium',
  seed: 'labelled',
  against: { seed: 'labelled', rows: 1500 },
  areas: AREAS,
  kbli: KBLI,
};

type Labelled = { record: EnterpriseRecord; business: string; owner: string };

const villages = new Map(
  AREAS.flatMap(({ code, name, aliases = [] }) =>
    [name, ...aliases].map((one) => [one.toUpperCase(), code] as const),
  ),
);
const parsed = <Value>(answer: { ok: true; value: Value } | { ok: false }) =>
  answer.ok ? answer.value : null;

/** A row as reading a list makes it: numbers and days parsed, the village found; names as written. */
function labelled({ header, cells, truth }: SampleListRow): Labelled {
  const said = (column: string) => cells[header.indexOf(column)]?.trim() || null;
  const { rt, rw } = takeRtRw((said('alamat') ?? '').toUpperCase());
  const sex = said('jenis_kelamin') ?? '';
  const village = (said('desa_kelurahan') ?? '').toUpperCase().replace(/^(KEL(URAHAN)?|DESA|DS)\.? /, '');
  return {
    business: truth.sampleBusinessId,
    owner: truth.sampleOwnerId,
    record: enterprise({
      id: String(truth.listRow),
      ownerName: said('nama'),
      nik: parsed(parseNik(said('nik') ?? '')),
      nib: parsed(parseNib(said('nib') ?? '')),
      phones: extractPhones(said('telepon') ?? '').phones.map(({ e164 }) => e164),
      birthDate: parsed(parseDate(said('tanggal_lahir') ?? '', SAMPLE_DAY, 'past')),
      sex: /^l/i.test(sex) ? 'male' : /^p/i.test(sex) ? 'female' : null,
      village: villages.get(village) ?? null,
      rt,
      rw,
      address: said('alamat'),
      businessName: said('nama_usaha'),
      activity: said('kegiatan_usaha'),
      kbli: said('kbli'),
    }),
  };
}

const listOf = (changed: Partial<ListInput>) => Array.from(generateList({ ...INPUT, ...changed }), labelled);

/** Pairs said to be one, at or above a probability, held against the truth. */
function measured(
  { pairs }: LinkedEnterprises,
  records: readonly Labelled[],
  from: number,
  counts: (one: number, other: number) => boolean,
) {
  const found = pairs.filter(({ suggests, probability }) => suggests === 'same' && probability >= from);
  const right = found.filter(({ one, other }) => records[one]!.business === records[other]!.business);
  const members = new Map<string, number[]>();
  records.forEach(({ business }, at) => {
    members.set(business, [...(members.get(business) ?? []), at]);
  });
  let truth = 0;
  for (const group of members.values())
    for (const one of group) for (const other of group) if (one < other && counts(one, other)) truth += 1;
  return { ...qualityOf(right.length, found.length, truth), truth };
}

const list = listOf({ repeated: 0.2 });
const within = await linkEnterprises(
  list.map(({ record }) => record),
  [],
  'within',
);

const incoming = listOf({ seed: 'incoming', rows: 800 });
const register = listOf({ seed: 'register', repeated: 0, rows: 1500, overlap: 1 });
const between = await linkEnterprises(
  incoming.map(({ record }) => record),
  register.map(({ record }) => record),
  'between',
);
const isAcross = (one: number, other: number) => one < incoming.length && other >= incoming.length;

test('within one list nearly all that is found is right, and most is found', () => {
  const { precision, recall, truth } = measured(within, list, 0.95, () => true);
  expect(truth).toBeGreaterThan(400);
  expect(precision).toBeGreaterThan(0.98);
  expect(recall).toBeGreaterThan(0.92);
});

test('between a list and the register too', () => {
  const { precision, recall, truth } = measured(between, [...incoming, ...register], 0.95, isAcross);
  expect(truth).toBeGreaterThan(300);
  expect(precision).toBeGreaterThan(0.97);
  expect(recall).toBeGreaterThan(0.9);
});

test('what may be merged without a person is hardly ever wrong', () => {
  const sure = { ...within, pairs: within.pairs.filter(({ conflict }) => conflict === null) };
  const { precision, recall } = measured(sure, list, 0.999, () => true);
  expect(precision).toBeGreaterThan(0.995);
  expect(recall).toBeGreaterThan(0.6);
});

test('nearly every true pair is found or shown to a person', () => {
  const { truth } = measured(within, list, 0.95, () => true);
  const shown = within.pairs.filter(({ one, other }) => list[one]!.business === list[other]!.business);
  expect(shown.length / truth).toBeGreaterThan(0.97);
});

test('two businesses of one owner are suggested as such, and hardly ever taken for one', () => {
  const ofOwner = within.pairs.filter(
    ({ one, other }) =>
      list[one]!.owner === list[other]!.owner && list[one]!.business !== list[other]!.business,
  );
  const taken = ofOwner.filter(({ suggests, probability }) => suggests === 'same' && probability >= 0.95);
  expect(ofOwner.length).toBeGreaterThan(30);
  expect(taken.length / ofOwner.length).toBeLessThan(0.15);
});
