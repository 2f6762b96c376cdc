import { messagesFor } from '#kernel/language.ts';
import { StatusBadge, type Tone } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { applicantMessages } from '../messages/applicant-messages.ts';
import type { ApplicantStanding } from '../rules/applicants-view.ts';

const tones: Record<0 | 1 | 2 | 3, Tone> = { 0: 'done', 1: 'wait', 2: 'wrong', 3: 'quiet' };

type Known = { standing: ApplicantStanding; lacking: readonly string[]; unknown: readonly string[] };

/** Where somebody stands, and what is lacking or not known. A dash where nothing is asked. */
export function StandingCell({ of: { standing, lacking, unknown } }: { of: Known }) {
  const t = messagesFor(applicantMessages, useLocale());
  if (standing === null) return <>–</>;
  return (
    // One piece, since a cell is a flexible row on phones.
    <div>
      <StatusBadge tone={tones[standing]}>{t[`standing_${standing}`]}</StatusBadge>
      {lacking.length > 0 && <span className="row-note">{t.lackingOf({ what: lacking.join(', ') })}</span>}
      {unknown.length > 0 && <span className="row-note">{t.unknownOf({ what: unknown.join(', ') })}</span>}
    </div>
  );
}

/** "Diterima, kurang: NIB" and, on a line of its own, what nobody knows yet. */
export function ReceivedWords({ lacking, unknown }: Pick<Known, 'lacking' | 'unknown'>) {
  const t = messagesFor(applicantMessages, useLocale());
  return (
    <>
      {lacking.length > 0 ? t.receivedLacking({ what: lacking.join(', ') }) : t.received}
      {unknown.length > 0 && `; ${t.receivedUnknown({ what: unknown.join(', ') })}`}
    </>
  );
}
