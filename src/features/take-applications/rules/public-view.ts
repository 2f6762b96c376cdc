import type { PlainDate } from '#kernel/calendar.ts';
import type { ApplicationWindow } from './application-window.ts';

/** An intake as anybody may see it: no names of people, no figures of money, no inner numbers. */
export type PublicIntake = {
  officeCode: string;
  officeName: string;
  /** Of its address. */
  code: string;
  programme: string;
  summary: string | null;
  name: string;
  stage: string | null;
  partner: string | null;
  place: string | null;
  startsOn: PlainDate;
  endsOn: PlainDate;
  seats: number;
  window: ApplicationWindow;
};

/** What is asked of who wants to take part, in plain words. */
export type PublicCondition = { key: string; label: string; remedy: string | null };

export type PublicIntakePage = { intake: PublicIntake; conditions: PublicCondition[] };

export type PublicOffice = {
  officeCode: string;
  officeName: string;
  open: PublicIntake[];
  closed: PublicIntake[];
};
