import { messagesFor } from '#kernel/language.ts';
import { StatusBadge, type Tone } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { caseMessages } from '../messages/case-messages.ts';
import type { CaseStatus } from '../rules/case.ts';

const tones: Record<CaseStatus, Tone> = { open: 'info', done: 'done', stopped: 'quiet' };

export function CaseBadge({ status }: { status: CaseStatus }) {
  const t = messagesFor(caseMessages, useLocale());
  return <StatusBadge tone={tones[status]}>{t[`status_${status}`]}</StatusBadge>;
}
