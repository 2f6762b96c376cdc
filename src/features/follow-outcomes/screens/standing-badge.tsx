import { messagesFor } from '#kernel/language.ts';
import { StatusBadge, type Tone } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { answerWords } from '../messages/answer-words.ts';
import type { Standing } from '../rules/counting-answer.ts';

const tones: Record<Standing, Tone> = {
  planned: 'quiet',
  waiting: 'wait',
  silent: 'quiet',
  disputed: 'wrong',
  told: 'info',
  confirmed: 'done',
};

/** Where an ask stands, in words. */
export function StandingBadge({ standing }: { standing: Standing }) {
  const t = messagesFor(answerWords, useLocale());
  return <StatusBadge tone={tones[standing]}>{t[`standing_${standing}`]}</StatusBadge>;
}
