import type { PlainDate } from '#kernel/calendar.ts';
import type { Totals } from './totals.ts';

/** Never supported, of one kelurahan; null: names of no known kelurahan. Unknown sex has its own number. */
export type UnreachedLine = {
  villageCode: string | null;
  village: string | null;
  district: string | null;
  enterprises: number;
  never: number;
  female: number;
  male: number;
  unknown: number;
};

export type BatchLine = {
  batchId: string;
  sourceListId: string;
  list: string;
  kind: string;
  topic: string;
  title: string;
  provider: string;
  startedOn: PlainDate;
  records: number;
  recordedAt: Date;
  recordedBy: string;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
};

export type TotalsView = {
  totals: Totals;
  /** Never supported, of all enterprises. */
  never: number;
  all: number;
  /** One page of kelurahan, those with most first; `villages`: how many there are. */
  unreached: UnreachedLine[];
  villages: number;
  /** Places of the pages before and after. */
  previous: string | null;
  next: string | null;
  batches: BatchLine[];
  asOf: PlainDate;
};
