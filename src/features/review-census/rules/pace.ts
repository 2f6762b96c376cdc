import { addDays, type PlainDate } from '#kernel/calendar.ts';

/** Days on which nobody need work: weekdays (0 = Sunday), and holidays, which the office keeps. */
export type RestDays = { weekdays: readonly number[]; holidays: ReadonlySet<PlainDate> };
export const sundaysOff: RestDays = { weekdays: [0], holidays: new Set() };

/** Days looked back upon for the pace of now. */
export const paceDays = 5;
/** Working days without a submission from which on somebody is called idle. */
export const idleFrom = 2;
/** Share of rows that came back, and how many at least, from which on that is what holds somebody up. */
const manySentBack = { share: 0.2, rows: 3 };

export type EnumeratorWork = {
  enumeratorId: string;
  /** Rows that are theirs to do, those sent back included; and those sent back and not mended. */
  openRows: number;
  sentBackRows: number;
  /** Finished work by the day on which it was done. */
  doneByDay: ReadonlyMap<PlainDate, number>;
  /** The day since which they have had rows. */
  startedOn: PlainDate;
  /** The last day of which the office knows all, since the phone delivered then; null: never connected. */
  lastSyncOn: PlainDate | null;
  /** Surat tugas: valid from … to …; null while there is none. */
  letter: { from: PlainDate; to: PlainDate } | null;
  /** Leave or illness as the office noted it. */
  away: readonly { from: PlainDate; to: PlainDate }[];
};

/** Why somebody may stand still, in the order in which it is looked for: what the office itself can mend comes first. */
export type PaceCause =
  | { cause: 'waiting_for_letter' }
  | { cause: 'no_rows_left' }
  | { cause: 'away'; until: PlainDate }
  | { cause: 'phone_never_connected' }
  | { cause: 'phone_not_synced_since'; day: PlainDate }
  | { cause: 'many_sent_back'; rows: number }
  /** The data do not tell: ask them. */
  | { cause: 'ask' };

export type EnumeratorPace = {
  enumeratorId: string;
  openRows: number;
  done: number;
  /** Rows per working day, over the last five on which they could work; null where there was none. */
  perDay: number | null;
  /** Working days in a row without finished work, as far as the office can know. */
  idleDays: number;
  cause: PaceCause | null;
};

/**
 * How one enumerator gets on. Days of leave, without letter, before they had rows, and after the phone last delivered
 * are no idle days: of those last ones nobody knows. Today counts for neither pace nor idleness, as it is not over.
 */
export function enumeratorPace(work: EnumeratorWork, today: PlainDate, rest: RestDays): EnumeratorPace {
  const done = [...work.doneByDay.values()].reduce((sum, count) => sum + count, 0);
  const days = workingDays(work.startedOn, addDays(today, -1), rest).filter(
    (day) => day <= (work.lastSyncOn ?? '') && holdsLetter(work, day) && awayOn(work, day) === undefined,
  );
  const latest = days.slice(-paceDays);
  const finished = latest.reduce((sum, day) => sum + (work.doneByDay.get(day) ?? 0), 0);
  const lastDone = [...work.doneByDay.keys()].sort().at(-1) ?? '';
  const idleDays = work.openRows === 0 ? 0 : days.filter((day) => day > lastDone).length;
  const perDay = latest.length === 0 ? null : finished / latest.length;
  const pace = { enumeratorId: work.enumeratorId, openRows: work.openRows, done, perDay, idleDays };
  return { ...pace, cause: causeOf(work, idleDays, today, rest) };
}

function causeOf(work: EnumeratorWork, idleDays: number, today: PlainDate, rest: RestDays): PaceCause | null {
  const yesterday = addDays(today, -1);
  if (!holdsLetter(work, today)) return { cause: 'waiting_for_letter' };
  if (work.openRows === 0) return { cause: 'no_rows_left' };
  const away = awayOn(work, today);
  if (away !== undefined) return { cause: 'away', until: away.to };
  const waited = (since: PlainDate) => workingDays(since, yesterday, rest).length >= idleFrom;
  if (work.lastSyncOn === null) return waited(work.startedOn) ? { cause: 'phone_never_connected' } : null;
  if (waited(addDays(work.lastSyncOn, 1))) return { cause: 'phone_not_synced_since', day: work.lastSyncOn };
  const { sentBackRows, openRows } = work;
  if (sentBackRows >= manySentBack.rows && sentBackRows >= manySentBack.share * openRows)
    return { cause: 'many_sent_back', rows: sentBackRows };
  return idleDays >= idleFrom ? { cause: 'ask' } : null;
}

export type RoundPace = {
  /** Rows per working day of all together, over the last five; null before the first is over. */
  perDay: number | null;
  /** Rows still to do, working days left (today included), and rows that each of them needs; null when none is left. */
  left: number;
  daysLeft: number;
  neededPerDay: number | null;
  /** The day on which all is done at this pace; null where the pace is nought or unknown. */
  doneOn: PlainDate | null;
};

/** How the round gets on: what is done a day, and what has to be. */
export function roundPace(
  round: {
    startsOn: PlainDate;
    endsOn: PlainDate;
    target: number;
    doneByDay: ReadonlyMap<PlainDate, number>;
  },
  today: PlainDate,
  rest: RestDays,
): RoundPace {
  const done = [...round.doneByDay.values()].reduce((sum, count) => sum + count, 0);
  const left = Math.max(0, round.target - done);
  const latest = workingDays(round.startsOn, addDays(today, -1), rest).slice(-paceDays);
  // Work on a day of rest counts for the working days around it.
  const since = latest[0] ?? today;
  const recent = [...round.doneByDay].reduce(
    (sum, [day, count]) => (day >= since && day < today ? sum + count : sum),
    0,
  );
  const perDay = latest.length === 0 ? null : recent / latest.length;
  const from = today < round.startsOn ? round.startsOn : today;
  const daysLeft = workingDays(from, round.endsOn, rest).length;
  const neededPerDay = daysLeft === 0 ? null : Math.ceil(left / daysLeft);
  return { perDay, left, daysLeft, neededPerDay, doneOn: doneOn(left, perDay, from, rest) };
}

/** Beyond so many working days no day is named: about two years. */
const farthest = 600;

function doneOn(left: number, perDay: number | null, from: PlainDate, rest: RestDays): PlainDate | null {
  if (perDay === null || perDay <= 0) return null;
  const needed = Math.ceil(left / perDay);
  if (needed > farthest) return null;
  if (needed === 0) return from;
  return workingDays(from, addDays(from, farthest * 3), rest)[needed - 1] ?? null;
}

/** Working days from `from` to `to`, both included; none where `to` is earlier. */
export function workingDays(from: PlainDate, to: PlainDate, rest: RestDays): PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (!rest.weekdays.includes(weekday) && !rest.holidays.has(day)) days.push(day);
  }
  return days;
}

const holdsLetter = ({ letter }: EnumeratorWork, day: PlainDate): boolean =>
  letter !== null && letter.from <= day && day <= letter.to;

const awayOn = ({ away }: EnumeratorWork, day: PlainDate) =>
  away.find(({ from, to }) => from <= day && day <= to);
