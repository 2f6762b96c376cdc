import type { PlainDate } from '#kernel/calendar.ts';
import type { SupportKind, SupportTopic } from '#kernel/support-terms.ts';
import { wasReceived, withoutRepeats } from './support.ts';

/** One record as totals need it, with the enterprise that now stands for its own. */
export type Told = {
  standsFor: string;
  kind: SupportKind;
  topic: SupportTopic;
  title: string;
  provider: string;
  startedOn: PlainDate;
  outcome: 'received' | 'completed' | 'left' | 'absent';
};

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

/** Sums of what was received; who never came is left out, and what two merged records both say counts once. */
export function totalsOf(told: readonly Told[]): Totals {
  const received = told.filter(wasReceived);
  const once = [...Map.groupBy(received, ({ standsFor }) => standsFor).values()].flatMap(withoutRepeats);
  const by = (name: (one: Told) => string): TotalLine[] =>
    [...Map.groupBy(once, name)].map(([key, of]) => ({
      name: key,
      times: of.length,
      enterprises: new Set(of.map(({ standsFor }) => standsFor)).size,
    }));
  const mostFirst = (a: TotalLine, b: TotalLine) => b.times - a.times || a.name.localeCompare(b.name, 'id');
  return {
    times: once.length,
    enterprises: new Set(once.map(({ standsFor }) => standsFor)).size,
    byYear: by(({ startedOn }) => startedOn.slice(0, 4)).sort((a, b) => b.name.localeCompare(a.name)),
    byKind: by(({ kind }) => kind).sort(mostFirst),
    byTopic: by(({ topic }) => topic).sort(mostFirst),
    byProvider: by(({ provider }) => provider).sort(mostFirst),
  };
}
