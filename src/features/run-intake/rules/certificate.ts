import type { PlainDate } from '#kernel/calendar.ts';
import { letterNumber } from '#kernel/letter-number.ts';
import type { Signatory } from '#papers/paper.ts';
import { type Mark, placeOf, wasThere } from './attendance-state.ts';

/** Share of the sessions that somebody must have come to, in percent, unless told otherwise. */
export const usualShare = 80;

export type AttendedShare = { there: number; of: number };

/** To how many of the sessions that were not cancelled a participant came. */
export function attendedShare(
  participantId: string,
  sessions: readonly { sessionId: string; cancelledAt: Date | null }[],
  counting: ReadonlyMap<string, Pick<Mark, 'state'>>,
): AttendedShare {
  const held = sessions.filter(({ cancelledAt }) => cancelledAt === null);
  const there = held.filter(({ sessionId }) => {
    const mark = counting.get(placeOf({ sessionId, participantId }));
    return mark !== undefined && wasThere(mark.state);
  });
  return { there: there.length, of: held.length };
}

/** Whether that is enough; without any session nobody attended anything. `percent` of 100. */
export const attendedEnough = ({ there, of }: AttendedShare, percent: number): boolean =>
  of > 0 && there * 100 >= percent * of;

/** What a certificate says, as on the day it was issued. */
export type CertificateContent = {
  name: string;
  enterprise: string;
  programme: string;
  intake: string;
  startsOn: PlainDate;
  endsOn: PlainDate;
  place: string | null;
  /** Hours of all sessions together; null where none was planned. */
  hours: number | null;
  there: number;
  sessions: number;
  office: string;
  city: string;
  signatory: Signatory;
  /** Why it was issued although attendance fell short. */
  overrideReason: string | null;
};

/** Hours of sessions, rounded to half hours. */
export function hoursOf(
  sessions: readonly { startsAt: Date; endsAt: Date; cancelledAt: Date | null }[],
): number | null {
  const held = sessions.filter(({ cancelledAt }) => cancelledAt === null);
  if (held.length === 0) return null;
  const ms = held.reduce((sum, { startsAt, endsAt }) => sum + endsAt.getTime() - startsAt.getTime(), 0);
  return Math.round(ms / 1_800_000) / 2;
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The next free running number of a pattern such as `###/SERT/V/2026`, after those that bear it already. */
export function nextNumberOf(pattern: string, taken: readonly string[]): number {
  const [before = '', after = ''] = pattern.split(/#+/, 2);
  const shape = new RegExp(`^${literal(before)}(\\d+)${literal(after)}$`);
  const used = taken.map((number) => Number(shape.exec(number)?.[1] ?? 0));
  return Math.max(0, ...used) + 1;
}

/** Numbers of so many certificates, going on after those taken. */
export const numbersOf = (pattern: string, taken: readonly string[], count: number): string[] => {
  const first = nextNumberOf(pattern, taken);
  return Array.from({ length: count }, (_, at) => letterNumber(pattern, first + at));
};

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
/** As most offices number: running number, kind, month in Roman numerals, year. */
export const usualPattern = (day: PlainDate): string =>
  `###/SERT/${roman[Number(day.slice(5, 7)) - 1]}/${day.slice(0, 4)}`;

/** How an activity ended for somebody, for the ledger of support. */
export function outcomeOf(
  share: AttendedShare,
  percent: number,
  hasCertificate: boolean,
): 'completed' | 'left' | 'absent' {
  if (hasCertificate || attendedEnough(share, percent)) return 'completed';
  return share.there > 0 ? 'left' : 'absent';
}

/** A code as people type it from paper: capitals, blanks, other dashes. */
export function readVerifyCode(typed: string): string {
  const letters = typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 40);
  return (letters.match(/.{1,4}/g) ?? []).join('-');
}
