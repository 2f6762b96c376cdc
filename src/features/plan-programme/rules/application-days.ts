import { addDays, type PlainDate, plainDateInWib, startOfDayInWib } from '#kernel/calendar.ts';

/** Days as an office names them → instants: applications are taken from the first moment of the one to the end of the other, WIB. */
export function applicationInstants({
  applicationsOpenOn,
  applicationsCloseOn,
}: {
  applicationsOpenOn?: PlainDate | undefined;
  applicationsCloseOn?: PlainDate | undefined;
}): { applicationsOpenAt: Date | null; applicationsCloseAt: Date | null } {
  return {
    applicationsOpenAt: applicationsOpenOn ? new Date(startOfDayInWib(applicationsOpenOn)) : null,
    applicationsCloseAt: applicationsCloseOn
      ? new Date(startOfDayInWib(addDays(applicationsCloseOn, 1)))
      : null,
  };
}

/** The last day on which applications are taken. */
export function closingDay(applicationsCloseAt: Date | null): PlainDate | null {
  return applicationsCloseAt === null ? null : plainDateInWib(applicationsCloseAt.getTime() - 1);
}
