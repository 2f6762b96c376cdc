/** `times`: supports received; `enterprises`: how many different ones received them. */
export type TotalLine = { name: string; times: number; enterprises: number };
export type Totals = {
  times: number;
  enterprises: number;
  byYear: TotalLine[];
  byKind: TotalLine[];
  byTopic: TotalLine[];
  byProvider: TotalLine[];
};

type Counted = { what: string; name: string | null; times: number; enterprises: number };

/** Sums as they were counted, in the order in which they are shown: years newest first, all else most first. */
export function totalsFrom(rows: readonly Counted[]): Totals {
  const by = (what: string): TotalLine[] =>
    rows
      .filter((row) => row.what === what)
      .map(({ name, times, enterprises }) => ({ name: name ?? '', times, enterprises }))
      .sort((a, b) => b.times - a.times || a.name.localeCompare(b.name, 'id'));
  const all = rows.find(({ what }) => what === 'all');
  return {
    times: all?.times ?? 0,
    enterprises: all?.enterprises ?? 0,
    byYear: by('year').sort((a, b) => b.name.localeCompare(a.name)),
    byKind: by('kind'),
    byTopic: by('topic'),
    byProvider: by('provider'),
  };
}
