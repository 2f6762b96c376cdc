import { addDays, daysBetween, type PlainDate } from '#kernel/calendar.ts';
import type { Rupiah } from '#kernel/money.ts';

type Last = {
  seats: number;
  costPerSeat: Rupiah;
  budgetLineId: string | null;
  place: string | null;
  partnerId: string | null;
  startsOn: PlainDate;
  endsOn: PlainDate;
  stage: number;
};

export type IntakeDefaults = {
  name: string;
  stage: number;
  seats: number;
  costPerSeat: Rupiah;
  budgetLineId: string | null;
  place: string | null;
  partnerId: string | null;
  startsOn: PlainDate;
  endsOn: PlainDate;
  applicationsCloseOn: PlainDate;
};

/** Owners need time to hear of it, and the office to choose. */
const DAYS_AHEAD = 28;
const DAYS_TO_CHOOSE = 7;

/** `Angkatan 2 tahun 2026`: the next number of the year. */
export function nextName(names: readonly string[], year: string): string {
  const numbers = names.flatMap((name) => {
    const [, number, of] = /^Angkatan (\d+) tahun (\d{4})$/.exec(name) ?? [];
    return of === year ? [Number(number)] : [];
  });
  return `Angkatan ${Math.max(0, ...numbers) + 1} tahun ${year}`;
}

/**
 * What a new intake begins with: as the last one of its programme was, four weeks from now, so that an officer only looks
 * it over. `lineIds`: budget lines that may be used that year; a line of another year is not carried over.
 */
export function intakeDefaults({
  names,
  last,
  seats,
  days,
  today,
  lineIds,
}: {
  names: readonly string[];
  last: Last | null;
  /** Of the template. */
  seats: number;
  /** The first stage takes. */
  days: number | null;
  today: PlainDate;
  lineIds: readonly string[];
}): IntakeDefaults {
  const startsOn = addDays(today, DAYS_AHEAD);
  const length = last ? daysBetween(last.startsOn, last.endsOn) : Math.max(1, days ?? 1) - 1;
  const line = last?.budgetLineId ?? null;
  return {
    name: nextName(names, startsOn.slice(0, 4)),
    stage: last?.stage ?? 1,
    seats: last?.seats ?? seats,
    costPerSeat: last?.costPerSeat ?? 0,
    budgetLineId: line !== null && lineIds.includes(line) ? line : lineIds.length === 1 ? lineIds[0]! : null,
    place: last?.place ?? null,
    partnerId: last?.partnerId ?? null,
    startsOn,
    endsOn: addDays(startsOn, length),
    applicationsCloseOn: addDays(startsOn, -DAYS_TO_CHOOSE),
  };
}
