/**
 * Invented enterprises as they truly are ("true values"). Dates are `YYYY-MM-DD`, money is integer rupiah,
 * phone numbers are E.164.
 */

/** A village (desa or kelurahan) by its Kemendagri code, e.g. `33.75.04.1004`. */
export type SampleArea = {
  code: string;
  name: string;
  districtName: string;
  /** Old or other names that people still write. */
  aliases?: readonly string[];
  centroid?: { lat: number; long: number };
};

/** A row of the KBLI reference table, version 2025. */
export type SampleKbli = { code: string; title: string; synonyms?: readonly string[] };

export type Sex = 'male' | 'female';
export type Sector =
  | 'batik'
  | 'fashion'
  | 'craft'
  | 'accessories'
  | 'food'
  | 'drinks'
  | 'fish'
  | 'trade'
  | 'services'
  | 'farming';

export type Disability = 'physical' | 'sight' | 'hearing' | 'speech' | 'intellectual' | 'mental';

export type SampleOwner = {
  sampleOwnerId: string;
  fullName: string;
  /** Title or degree that neighbours put before or after the name; not on the ID card. */
  honorific?: string;
  degree?: string;
  sex: Sex;
  birthDate: string;
  disability?: Disability;
  nik: string;
  noKk: string;
  phone: string;
  phoneWhose: 'own' | 'family' | 'kader';
  /** The late husband whose business she continues. */
  continuesFrom?: { fullName: string; nik: string };
};

export type SampleProduct = { name: string; unit: string; price: number };
export type SampleAmount = { year: number; amount: number };

export type EvidenceKind = 'nib' | 'pirt' | 'halal' | 'merek' | 'bpom' | 'sni' | 'batikmark' | 'haccp';
export type SampleEvidence = {
  kind: EvidenceKind;
  number: string;
  issuer: string;
  issuedOn: string;
  expiresOn: string | null;
  grade: 'declared' | 'seen' | 'documented';
};

export type SamplePremises = {
  villageCode: string;
  rt: string;
  rw: string;
  hamlet?: string;
  street?: string;
  houseNumber?: string;
  position?: { lat: number; long: number };
};

export type SampleBusiness = {
  sampleBusinessId: string;
  name: string;
  kbli: string;
  sector: Sector;
  products: SampleProduct[];
  nib?: string;
  brand?: string;
  startedOn: string;
  premises: SamplePremises;
  workersMale: number;
  workersFemale: number;
  /** Sales of each whole year since the start, at most the last five. */
  sales: SampleAmount[];
  /** Capital without land and business premises, same years. */
  capital: SampleAmount[];
  evidences: SampleEvidence[];
};

export type SampleMembership = {
  sampleGroupId: string;
  name: string;
  kind: 'sentra' | 'kub' | 'koperasi' | 'binaan';
  joinedOn: string;
  leftOn: string | null;
};

export type SampleEnterprise = { owner: SampleOwner; business: SampleBusiness; groups: SampleMembership[] };

/** The day on which the invented world stands still: nothing in it is later. */
export const SAMPLE_DAY = '2026-10-31';
/** The last whole year before {@link SAMPLE_DAY}. */
export const SAMPLE_LAST_YEAR = 2025;
