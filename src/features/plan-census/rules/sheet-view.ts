import type { PlainDate } from '#kernel/calendar.ts';
import type { RtWord } from './visit-order.ts';

/** Names of one RT, as its head goes through them. */
export type SheetView = {
  villageCode: string;
  village: string;
  /** Null: names of which RW or RT is not known. */
  rw: string | null;
  rt: string | null;
  lines: { rowId: string; place: number; owner: string | null; name: string; told: RtWord | null }[];
  informant: string;
  toldOn: PlainDate | '';
  isSigned: boolean;
  note: string;
  keyedBy: string | null;
  keyedAt: string | null;
};

export type SheetLineOfVillage = {
  rw: string | null;
  rt: string | null;
  names: number;
  told: number;
  informant: string | null;
  keyedAt: string | null;
};

/** The address of a sheet. */
export function sheetQuery(place: { villageCode: string; rw: string | null; rt: string | null }): string {
  const params = new URLSearchParams({ wilayah: place.villageCode });
  if (place.rw !== null) params.set('rw', place.rw);
  if (place.rt !== null) params.set('rt', place.rt);
  return params.toString();
}

/** Which letter says what, on the keyboard: the first of each word in Indonesian. */
export const keysOfWords: Readonly<Record<string, RtWord>> = {
  u: 'still_running',
  t: 'closed',
  p: 'moved',
  k: 'unknown_person',
  '1': 'still_running',
  '2': 'closed',
  '3': 'moved',
  '4': 'unknown_person',
};
