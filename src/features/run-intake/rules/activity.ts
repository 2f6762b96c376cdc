import { addDays, daysBetween, type PlainDate } from '#kernel/calendar.ts';
import type { Letterhead, Signatory } from '#papers/paper.ts';
import { type Mark, placeOf, wasThere } from './attendance-state.ts';
import { dayOf, mostDays, type Session, timeInWib } from './session.ts';

/** Somebody with a seat, as papers name them. */
export type PaperPerson = { participantId: string; name: string; enterprise: string; village: string | null };

export type ActivityDay = {
  day: PlainDate;
  /** `08.00`; null: not settled. */
  from: string | null;
  to: string | null;
  place: string | null;
  topics: string[];
  trainers: string[];
  sessionIds: string[];
};

/** An intake as its papers tell of it. */
export type Activity = {
  programme: string;
  intake: string;
  startsOn: PlainDate;
  endsOn: PlainDate;
  place: string | null;
  days: ActivityDay[];
  people: PaperPerson[];
  /** Of each day and person, whether they were there; a day nobody marked yet is not in it. */
  there: ReadonlyMap<PlainDate, ReadonlySet<string>>;
};

/** What a paper of one day bears. */
export type Dress = {
  letterhead: Letterhead;
  city: string;
  day: PlainDate;
  head: Signatory;
  organiser: Signatory;
  treasurer: Signatory;
};

const clock = (instant: Date) => timeInWib(instant).replace(':', '.');
const distinct = (values: readonly (string | null)[]) => [
  ...new Set(values.filter((value): value is string => value !== null && value !== '')),
];

type Days = { startsOn: PlainDate; endsOn: PlainDate; place: string | null };

/** Days on which the activity is held, by its sessions; without sessions all days from the first to the last. */
export function activityDays(intake: Days, sessions: readonly Session[]): ActivityDay[] {
  const held = sessions.filter(({ cancelledAt }) => cancelledAt === null);
  if (held.length === 0) {
    const count = Math.min(daysBetween(intake.startsOn, intake.endsOn) + 1, mostDays);
    return Array.from({ length: count }, (_, at) => ({
      day: addDays(intake.startsOn, at),
      from: null,
      to: null,
      place: intake.place,
      topics: [],
      trainers: [],
      sessionIds: [],
    }));
  }
  const byDay = Map.groupBy(held, dayOf);
  return [...byDay]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, of]) => ({
      day,
      from: clock(new Date(Math.min(...of.map(({ startsAt }) => startsAt.getTime())))),
      to: clock(new Date(Math.max(...of.map(({ endsAt }) => endsAt.getTime())))),
      place: of.find(({ place }) => place)?.place ?? intake.place,
      topics: distinct(of.map(({ topic }) => topic)),
      trainers: distinct(of.map(({ trainer }) => trainer)),
      sessionIds: of.map(({ sessionId }) => sessionId),
    }));
}

/** Who was there at least for one session of a day; days without any mark are left out. */
export function thereByDay(
  days: readonly ActivityDay[],
  people: readonly Pick<PaperPerson, 'participantId'>[],
  counting: ReadonlyMap<string, Pick<Mark, 'state'>>,
): Map<PlainDate, Set<string>> {
  const there = new Map<PlainDate, Set<string>>();
  for (const { day, sessionIds } of days) {
    const states = people.map(({ participantId }) => ({
      participantId,
      states: sessionIds.flatMap(
        (sessionId) => counting.get(placeOf({ sessionId, participantId }))?.state ?? [],
      ),
    }));
    if (states.every(({ states: own }) => own.length === 0)) continue;
    there.set(
      day,
      new Set(
        states.filter(({ states: own }) => own.some(wasThere)).map(({ participantId }) => participantId),
      ),
    );
  }
  return there;
}

/** For how many days a participant is paid: those they came; all days as long as nobody has marked any. */
export const daysOf = ({ days, there }: Pick<Activity, 'days' | 'there'>, participantId: string): number =>
  there.size === 0 ? days.length : [...there.values()].filter((who) => who.has(participantId)).length;
