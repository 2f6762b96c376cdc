import { messagesFor } from '#kernel/language.ts';
import { StatusBadge, type Tone } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { intakeWords } from '../messages/intake-words.ts';
import type { IntakeStatus } from '../rules/intake-state.ts';

const tones: Record<IntakeStatus, Tone> = {
  planned: 'quiet',
  open: 'info',
  closed: 'wait',
  running: 'info',
  finished: 'done',
  postponed: 'wait',
  cancelled: 'quiet',
};

export function IntakeBadge({ status }: { status: IntakeStatus }) {
  const t = messagesFor(intakeWords, useLocale());
  return <StatusBadge tone={tones[status]}>{t[`status_${status}`]}</StatusBadge>;
}
