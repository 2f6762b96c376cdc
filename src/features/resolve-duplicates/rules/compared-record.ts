import type { Locale } from '#kernel/language.ts';

/** One enterprise as it stands beside another: what staff may see, identifiers masked. */
export type ComparedRecord = {
  enterpriseId: string;
  name: string;
  brand: string | null;
  activity: string | null;
  /** In words. */
  sector: Readonly<Record<Locale, string>>;
  kbliTitle: string | null;
  ownerId: string | null;
  ownerName: string | null;
  sex: string | null;
  ageBand: string | null;
  /** `************1234` */
  nikMasked: string | null;
  nib: string | null;
  /** `08******1234` */
  phones: string[];
  villageCode: string | null;
  village: string | null;
  district: string | null;
  rt: string | null;
  rw: string | null;
  hamlet: string | null;
  address: string | null;
  products: string[];
  sources: { name: string; asOf: string }[];
  standing: string;
  operation: string;
  createdAt: string;
};
