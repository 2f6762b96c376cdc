import type { PlainDate } from '#kernel/calendar.ts';
import { type Verdict, type VerdictFacts, verdicts, type Witness, witnesses } from './verdicts.ts';

/** What the verdict rules need of a filled form, by the names of the core questionnaire; null without a verdict. */
export function verdictFacts(
  answers: Readonly<Record<string, unknown>>,
  seen: { photos: number; hasPosition: boolean; triedOn: readonly PlainDate[] },
): VerdictFacts | null {
  const said = (name: string): string | null => {
    const answer = answers[name];
    return typeof answer === 'string' && answer.trim() !== '' ? answer.trim() : null;
  };
  const verdict = said('verdict');
  if (!isVerdict(verdict)) return null;
  const reason = answers.stop_reason;
  return {
    verdict,
    ...seen,
    note: said('note') ?? said('refusal_reason') ?? said('works_for'),
    witnesses: (said('asked_whom') ?? '').split(/\s+/).filter(isWitness),
    movedTo: said('moved_to'),
    duplicateOf: said('duplicate_of'),
    pausedSince: said('paused_since'),
    // Who would rather not say why was asked.
    pauseReason: said('stop_reason') ?? (typeof reason === 'object' && reason !== null ? 'declined' : null),
  };
}

const isVerdict = (text: string | null): text is Verdict =>
  text !== null && (verdicts as readonly string[]).includes(text);
const isWitness = (text: string): text is Witness => (witnesses as readonly string[]).includes(text);
