import { messagesFor } from '#kernel/language.ts';
import { StatusBadge, type Tone } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { reviewMessages } from '../messages/review-messages.ts';
import type { Urgency } from '../rules/review-view.ts';

const tones: Record<Urgency, Tone> = {
  conflict: 'wrong',
  likely_wrong: 'wait',
  look: 'info',
  plain: 'quiet',
};

export function UrgencyBadge({ urgency }: { urgency: Urgency }) {
  const t = messagesFor(reviewMessages, useLocale());
  return <StatusBadge tone={tones[urgency]}>{t[urgency]}</StatusBadge>;
}
