import { isoDate } from '#sample/citizen-numbers.ts';
import type { Random } from '#sample/random.ts';
import { type EvidenceKind, SAMPLE_DAY, type SampleEvidence, type Sector } from '#sample/sample-types.ts';

type Holder = {
  officeCode: string;
  sector: Sector;
  kbli: string;
  startedOn: string;
  nib?: string;
  brand?: string;
};

type Standard = {
  issuer: string;
  /** Years of validity; null when it does not expire. */
  years: number | null;
  /** Not issued before this year. */
  from: number;
  shareOf: (holder: Holder) => number;
  number: (random: Random, holder: Holder, issuedOn: string) => string;
};

const MAKES_FOOD = /^1[01]/;
const SERVES_FOOD = /^56/;
const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Food type codes 1–16; the region is the regency code; the last two digits are the year of expiry. */
const pirtNumber = (random: Random, holder: Holder, issuedOn: string): string =>
  `${random.integer(1, 8)}${twoDigits(random.integer(1, 16))}${holder.officeCode.replace('.', '')}${random.digits(6)}` +
  `-${twoDigits((Number(issuedOn.slice(0, 4)) + 5) % 100)}`;

const STANDARDS: Readonly<Record<Exclude<EvidenceKind, 'nib'>, Standard>> = {
  pirt: {
    issuer: 'Dinas Kesehatan',
    years: 5,
    from: 2019,
    shareOf: (h) => (MAKES_FOOD.test(h.kbli) ? (h.nib ? 0.3 : 0.03) : 0),
    number: pirtNumber,
  },
  halal: {
    issuer: 'BPJPH',
    years: null,
    from: 2021,
    shareOf: (h) => (MAKES_FOOD.test(h.kbli) || SERVES_FOOD.test(h.kbli) ? (h.nib ? 0.28 : 0) : 0),
    number: (random, _, issuedOn) => `ID33${random.digits(11)}${issuedOn.slice(5, 7)}${issuedOn.slice(2, 4)}`,
  },
  merek: {
    issuer: 'DJKI',
    years: 10,
    from: 2015,
    shareOf: (h) => (h.brand ? 0.12 : 0),
    number: (random) => `IDM${random.digits(9)}`,
  },
  bpom: {
    issuer: 'BPOM',
    years: 5,
    from: 2019,
    shareOf: (h) => (MAKES_FOOD.test(h.kbli) && h.nib ? 0.012 : 0),
    number: (random) => `MD${random.digits(12)}`,
  },
  sni: {
    issuer: 'Lembaga sertifikasi produk',
    years: 4,
    from: 2019,
    shareOf: (h) => (h.sector === 'batik' && h.nib ? 0.012 : 0),
    number: (random) => `SNI-${random.digits(6)}`,
  },
  batikmark: {
    issuer: 'Balai Besar Kerajinan dan Batik',
    years: 3,
    from: 2019,
    shareOf: (h) => (h.kbli === '13133' && h.brand && h.nib ? 0.05 : 0),
    number: (random) => `BM-${random.digits(6)}`,
  },
  haccp: {
    issuer: 'BPPMHKP',
    years: 3,
    from: 2020,
    shareOf: (h) => (h.sector === 'fish' && MAKES_FOOD.test(h.kbli) && h.nib ? 0.02 : 0),
    number: (random) => `HACCP-${random.digits(6)}`,
  },
};
const KINDS = Object.keys(STANDARDS) as (keyof typeof STANDARDS)[];

const gradeOf = (random: Random): SampleEvidence['grade'] =>
  random.pick(['documented', 'documented', 'seen', 'declared']);

/** A day between 1 January of a year and the day the sample stands still, not before the start of the business. */
const dayOfIssue = (fromYear: number, startedOn: string, random: Random): string => {
  const first = Math.max(fromYear, Number(startedOn.slice(0, 4)));
  const day = isoDate(random.integer(first, 2026), random.integer(1, 12), random.integer(1, 28));
  if (day < startedOn) return startedOn;
  if (day > SAMPLE_DAY) return SAMPLE_DAY;
  return day;
};

/** Permits and certificates, some of them expired. */
export const evidencesOf = (holder: Holder, random: Random): SampleEvidence[] => {
  const found: SampleEvidence[] = [];
  if (holder.nib) {
    const issuedOn = dayOfIssue(2019, holder.startedOn, random);
    found.push({
      kind: 'nib',
      number: holder.nib,
      issuer: 'OSS',
      issuedOn,
      expiresOn: null,
      grade: gradeOf(random),
    });
  }
  for (const kind of KINDS) {
    const standard = STANDARDS[kind];
    if (!random.chance(standard.shareOf(holder))) continue;
    const issuedOn = dayOfIssue(standard.from, holder.startedOn, random);
    const expiresOn =
      standard.years === null
        ? null
        : `${Number(issuedOn.slice(0, 4)) + standard.years}${issuedOn.slice(4)}`.replace('-02-29', '-02-28');
    found.push({
      kind,
      number: standard.number(random, holder, issuedOn),
      issuer: standard.issuer,
      issuedOn,
      expiresOn,
      grade: gradeOf(random),
    });
  }
  return found;
};
