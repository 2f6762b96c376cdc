import type { PlainDate } from '#kernel/calendar.ts';
import type { Rupiah } from '#kernel/money.ts';
import type { SupportKind, SupportTopic } from '#kernel/support-terms.ts';
import type { Absence } from './absence.ts';

/** How it ended: got it, saw it through, left halfway, never came. */
export const supportOutcomes = ['received', 'completed', 'left', 'absent'] as const;
export type SupportOutcome = (typeof supportOutcomes)[number];

/** One thing that one enterprise received, as the ledger answers it. */
export type Support = {
  supportId: string;
  /** The record it was written for; since then another may stand for it. */
  enterpriseId: string;
  kind: SupportKind;
  topic: SupportTopic;
  title: string;
  /** Who gave it. */
  provider: string;
  startedOn: PlainDate;
  endedOn: PlainDate | null;
  outcome: SupportOutcome;
  /** Null: nothing was missed, or nobody marked who came. */
  absence: Absence | null;
  value: Rupiah | null;
  sourceKind: 'intake' | 'list' | 'officer';
  sourceId: string | null;
  recordedAt: Date;
  recordedBy: string;
};

type Named = Pick<Support, 'kind' | 'topic' | 'title' | 'startedOn'>;

/** Two records that became one enterprise may both say it: of those that are the same the first stays. */
export function withoutRepeats<S extends Named>(supports: readonly S[]): S[] {
  const seen = new Set<string>();
  return supports.filter(({ kind, topic, title, startedOn }) => {
    const key = [kind, topic, startedOn, title.toLowerCase()].join('|');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Whether somebody was there: who never came received nothing. */
export const wasReceived = ({ outcome }: Pick<Support, 'outcome'>): boolean => outcome !== 'absent';
