import type { PlainDate } from '#kernel/calendar.ts';
import type { Duty } from './duties.ts';

export type Enumerator = {
  userId: string;
  name: string;
  supervisorId: string | null;
  supervisor: string | null;
  /** Checks their own work: recorded as such, not forbidden. */
  checksOwn: boolean;
  homeVillages: { code: string; name: string }[];
  handed: number;
  left: number;
  done: number;
  lastVisitedOn: PlainDate | null;
  idle: boolean;
};

export type PeopleView = {
  enumerators: Enumerator[];
  supervisors: { userId: string; name: string; checks: number }[];
  /** Who left the round. */
  former: { userId: string; name: string; duty: Duty; leftOn: PlainDate }[];
  /** Accounts that could be brought in. */
  candidates: Record<Duty, { userId: string; name: string; roles: string[] }[]>;
  villages: { code: string; name: string }[];
};
