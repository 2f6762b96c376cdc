import type { PlainDate } from '#kernel/calendar.ts';

export type DatedVersion = { programmeId: string; version: number; effectiveOn: PlainDate };

/** Of versions of one programme the one that holds on the day: whose own day has come last; of two the newer version. */
export function versionInForce<Version extends DatedVersion>(
  versions: readonly Version[],
  day: PlainDate,
): Version | null {
  return (
    versions
      .filter(({ effectiveOn }) => effectiveOn <= day)
      .toSorted((a, b) => b.effectiveOn.localeCompare(a.effectiveOn) || b.version - a.version)[0] ?? null
  );
}

/** Versions whose answers are kept: of every programme the one that holds, and those still to come. */
export function liveVersions<Version extends DatedVersion>(
  versions: readonly Version[],
  programmeIds: ReadonlySet<string>,
  day: PlainDate,
): Version[] {
  const byProgramme = Map.groupBy(versions, ({ programmeId }) => programmeId);
  return [...byProgramme]
    .filter(([programmeId]) => programmeIds.has(programmeId))
    .flatMap(([, own]) => {
      const holds = versionInForce(own, day);
      return own.filter((one) => one === holds || one.effectiveOn > day);
    });
}

/** The day as of which a version is counted: the day itself, or its own first day while that is still to come. */
export const dayOfCount = (effectiveOn: PlainDate, day: PlainDate): PlainDate =>
  effectiveOn > day ? effectiveOn : day;
