import { StatusBadge, type Tone } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { statusText } from '../messages/import-words.ts';
import type { ImportStatus } from '../rules/import-kinds.ts';

const tones: Record<ImportStatus, Tone> = {
  inspecting: 'info',
  typing: 'wait',
  mapping: 'wait',
  staging: 'info',
  staged: 'wait',
  applying: 'info',
  applied: 'done',
  taking_back: 'info',
  taken_back: 'quiet',
  refused: 'wrong',
  cancelled: 'quiet',
};

/** Where a list stands; ochre means that somebody has to look. */
export function ImportBadge({ status }: { status: ImportStatus }) {
  return <StatusBadge tone={tones[status]}>{statusText(status, useLocale())}</StatusBadge>;
}
