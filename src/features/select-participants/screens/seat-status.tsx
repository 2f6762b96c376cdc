import { messagesFor } from '#kernel/language.ts';
import { StatusBadge, type Tone } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { seatMessages } from '../messages/seat-messages.ts';
import type { SeatStatus } from '../rules/seat-state.ts';

const tones: Record<SeatStatus, Tone> = {
  offered: 'wait',
  confirmed: 'done',
  declined: 'quiet',
  silent: 'quiet',
  left: 'quiet',
  displaced: 'quiet',
};

export function SeatStatusBadge({ status }: { status: SeatStatus }) {
  const t = messagesFor(seatMessages, useLocale());
  return <StatusBadge tone={tones[status]}>{t[`status_${status}`]}</StatusBadge>;
}
