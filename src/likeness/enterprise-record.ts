import type { LinkageModel } from '#linkage/model.ts';

/** What linkage looks at of one enterprise, on the register or on its way there. Null where nobody said. */
export type EnterpriseRecord = {
  /** Enterprise id, or a key of the row. */
  readonly id: string;
  /** The owner on record; records of one owner are one person already. */
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly nik: string | null;
  /** No. KK: proposes, never decides. */
  readonly noKk: string | null;
  readonly nib: string | null;
  /** E.164; two records agree where they share any. */
  readonly phones: readonly string[];
  /** ISO day. */
  readonly birthDate: string | null;
  readonly sex: 'female' | 'male' | null;
  /** Kemendagri code, 33.75.01.1001. */
  readonly village: string | null;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly address: string | null;
  readonly businessName: string | null;
  readonly activity: string | null;
  /** Digits only, of one edition within a run. */
  readonly kbli: string | null;
};

/** One comparison's say in a pair, in bits; see docs/linkage.md. No value of the record stands in it. */
export type EvidenceStep = { comparison: string; level: string; weight: number };

export type LinkedPair = {
  /** Positions in the records handed over: of two lists the first is of the left one. */
  readonly one: number;
  readonly other: number;
  /** Bits; 0 is even odds. */
  readonly weight: number;
  readonly probability: number;
  /** One enterprise, or two of one owner. */
  readonly suggests: 'same' | 'same_owner';
  readonly steps: readonly EvidenceStep[];
  /** Why it must not be joined unseen, however likely. */
  readonly conflict: 'same_nik_other_name' | 'same_nik_other_sex' | 'chain' | null;
};

/** Parameters as they are kept: how many matches there are follows the number of records. */
export type EnterpriseModel = LinkageModel & { matchesPerRecord: number };
