import { addDays, type PlainDate } from '#kernel/calendar.ts';
import type { Rupiah } from '#kernel/money.ts';

/** What is printed for one activity, in the order of the folder. */
export const paperKinds = ['invitation', 'attendance', 'receipts', 'minutes', 'report'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** What is filled in once for all papers of an intake. Everything has a first value, so that papers print at once. */
export type PaperSettings = {
  /** Numbers of letters; blank: room is left to write one in. */
  invitationNumber: string;
  minutesNumber: string;
  reportNumber: string;
  invitationOn: PlainDate;
  minutesOn: PlainDate;
  reportOn: PlainDate;
  /** Who signs, by id; null: whoever has the duty on the day of the paper. */
  headId: string | null;
  organiserId: string | null;
  treasurerId: string | null;
  /** Legal ground, e.g. the number of the DPA; blank: left out. */
  basis: string;
  /** Rupiah that a participant gets for each day that they come; 0: none. */
  transportPerDay: Rupiah;
  /** Worth of what each participant takes home, once; 0: nothing is handed out. */
  material: Rupiah;
  materialName: string;
  /** Lines left for people who come without being on the list, on each day's sheet. */
  emptyLines: number;
  /** The report's own words. */
  purpose: string;
  result: string;
  advice: string;
  /** Papers that this activity does not need, e.g. where no money is handed out. */
  notNeeded: SpjItem[];
};

/** The folder of accountability (SPJ) is whole with these seven. */
export const spjItems = [
  'invitation',
  'attendance_sheet',
  'receipt_list',
  'minutes',
  'report',
  'activity_photo',
  'invoice',
] as const;
export type SpjItem = (typeof spjItems)[number];

type IntakeDays = { startsOn: PlainDate; endsOn: PlainDate };

/** The first values: invitations go out a week before, minutes are written on the last day. */
export function firstSettings({ startsOn, endsOn }: IntakeDays, programme: string): PaperSettings {
  return {
    invitationNumber: '',
    minutesNumber: '',
    reportNumber: '',
    invitationOn: addDays(startsOn, -7),
    minutesOn: endsOn,
    reportOn: endsOn,
    headId: null,
    organiserId: null,
    treasurerId: null,
    basis: '',
    transportPerDay: 0,
    material: 0,
    materialName: 'bahan praktik',
    emptyLines: 5,
    purpose: `Meningkatkan kemampuan pelaku usaha mikro dan kecil melalui ${programme}.`,
    result: 'Seluruh materi tersampaikan dan peserta mengikuti kegiatan sampai selesai.',
    advice: 'Peserta perlu didampingi lebih lanjut agar hasil kegiatan diterapkan dalam usahanya.',
    notNeeded: [],
  };
}

/** What is kept over the first values; keys of older papers that nobody knows any more are passed over. */
export function settingsOver(first: PaperSettings, kept: unknown): PaperSettings {
  const known = Object.entries((kept ?? {}) as object).filter(([key]) => key in first);
  return { ...first, ...Object.fromEntries(known) };
}
