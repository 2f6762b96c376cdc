import { messagesFor } from '#kernel/language.ts';
import { Icon } from '#ui/icon.tsx';
import { IconCheck } from '#ui/icons.ts';
import { useLocale } from '#ui/use-locale.ts';
import { pageMessages } from '../messages/page-messages.ts';
import type { ImportStatus } from '../rules/import-kinds.ts';

/** At which of the four steps a list is; null once it is past them. */
const stepOf: Partial<Record<ImportStatus, number>> = {
  inspecting: 0,
  mapping: 1,
  staging: 2,
  staged: 2,
  applying: 3,
};

/** Where one stands on the way from file to register. */
export function ImportSteps({ status }: { status: ImportStatus }) {
  const t = messagesFor(pageMessages, useLocale());
  const now = stepOf[status];
  if (now === undefined) return null;
  return (
    <ol className="import-steps" aria-label={t.steps}>
      {[t.stepRead, t.stepColumns, t.stepCheck, t.stepSave].map((step, at) => (
        <li
          key={step}
          className={at < now ? 'past' : undefined}
          aria-current={at === now ? 'step' : undefined}
        >
          <span className="step-mark">{at < now ? <Icon of={IconCheck} size={14} /> : at + 1}</span>
          <span className="step-name">{step}</span>
        </li>
      ))}
    </ol>
  );
}
