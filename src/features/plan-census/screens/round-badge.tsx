import { messagesFor } from '#kernel/language.ts';
import { StatusBadge, type Tone } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { roundMessages } from '../messages/round-messages.ts';
import type { RoundStatus } from '../rules/round-view.ts';

const tones: Record<RoundStatus, Tone> = {
  planned: 'quiet',
  preparing: 'wait',
  running: 'info',
  closed: 'done',
};

export function RoundBadge({ status }: { status: RoundStatus }) {
  return <StatusBadge tone={tones[status]}>{messagesFor(roundMessages, useLocale())[status]}</StatusBadge>;
}
