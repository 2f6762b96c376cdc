import type { Locale } from '#kernel/language.ts';
import { StatusBadge, type Tone } from '#ui/status-badge.tsx';
import { wordFor } from '../rules/register-words.ts';

/** Has someone looked: listed or verified. */
export function StandingBadge({ standing, locale }: { standing: string; locale: Locale }) {
  return (
    <StatusBadge tone={standing === 'verified' ? 'done' : 'quiet'}>
      {wordFor('standing', standing, locale)}
    </StatusBadge>
  );
}

const toneOf: Record<string, Tone> = {
  produces: 'info',
  services: 'info',
  works_for_others: 'info',
  trades_only: 'info',
  paused: 'wait',
  moved: 'wait',
  not_found: 'wait',
  refused: 'wait',
  closed: 'wrong',
  duplicate: 'wrong',
  never_existed: 'wrong',
};

/** What was found; nothing while nobody has looked. */
export function OperationBadge({ operation, locale }: { operation: string; locale: Locale }) {
  const tone = toneOf[operation];
  return tone ? <StatusBadge tone={tone}>{wordFor('operation', operation, locale)}</StatusBadge> : null;
}
