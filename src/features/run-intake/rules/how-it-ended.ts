import { type Mark, placeOf, wasThere } from './attendance-state.ts';
import { attendedShare, outcomeOf } from './certificate.ts';

type Sessions = readonly { sessionId: string; cancelledAt: Date | null }[];
type Counting = ReadonlyMap<string, Pick<Mark, 'state' | 'reason'>>;

/** What the ledger of support keeps of how an intake ended for one enterprise (shape of its `Absence`). */
export type Ended = {
  enterpriseId: string;
  outcome: 'completed' | 'left' | 'absent';
  absence: { missed: number; excused: number; sessions: number; reasons: string[] } | null;
};

/**
 * What a participant missed of the sessions that were held, and every reason once, in the order of the sessions; null: nothing.
 * A session at which they were not marked is not counted as missed: nobody knows.
 */
export function absenceOf(participantId: string, sessions: Sessions, counting: Counting): Ended['absence'] {
  const held = sessions.filter(({ cancelledAt }) => cancelledAt === null);
  const missed = held.flatMap(({ sessionId }) => {
    const mark = counting.get(placeOf({ sessionId, participantId }));
    return mark && !wasThere(mark.state) ? [mark] : [];
  });
  if (missed.length === 0) return null;
  const reasons = new Map<string, string>();
  for (const { reason } of missed)
    if (reason && !reasons.has(reason.toLowerCase())) reasons.set(reason.toLowerCase(), reason);
  return {
    missed: missed.length,
    excused: missed.filter(({ state }) => state === 'excused').length,
    sessions: held.length,
    reasons: [...reasons.values()],
  };
}

const best: readonly Ended['outcome'][] = ['completed', 'left', 'absent'];

/**
 * How an intake ended for everybody who had a seat to the end, left it, or came without one: one line for each enterprise, by
 * its best seat. Whoever gave the seat up before ever coming is left out.
 *
 * @param proven participants who hold a certificate, or whose case ended in its permit: they saw it through
 */
export function howItEnded(
  seats: readonly { participantId: string; enterpriseId: string; status: string }[],
  given: { sessions: Sessions; counting: Counting; percent: number; proven: ReadonlySet<string> },
): Ended[] {
  const { sessions, counting, percent, proven } = given;
  const all = seats.flatMap(({ participantId, enterpriseId, status }): Ended[] => {
    const share = attendedShare(participantId, sessions, counting);
    const isProven = proven.has(participantId);
    if (!isProven && status !== 'confirmed' && share.there === 0) return [];
    const outcome = !isProven && status === 'left' ? 'left' : outcomeOf(share, percent, isProven);
    return [{ enterpriseId, outcome, absence: absenceOf(participantId, sessions, counting) }];
  });
  const byBest = all.toSorted((one, other) => best.indexOf(other.outcome) - best.indexOf(one.outcome));
  return [...new Map(byBest.map((one) => [one.enterpriseId, one])).values()];
}
