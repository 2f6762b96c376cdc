import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { pageMessages } from '../messages/page-messages.ts';
import type { WorkingStatus } from '../rules/import-kinds.ts';
import type { ImportTask } from '../rules/import-view.ts';

const words = {
  inspecting: { label: 'inspecting', text: 'inspectingText', cancel: 'cancel' },
  staging: { label: 'staging', text: 'stagingText', cancel: 'cancel' },
  applying: { label: 'applying', text: 'applyingText', cancel: 'cancelApplying' },
  taking_back: { label: 'takingBack', text: 'takingBackText', cancel: null },
} as const satisfies Record<WorkingStatus, object>;

type Props = { status: WorkingStatus; task: ImportTask | null; mayBringIn: boolean };

/** The house at work: what it does now, how far it is, and how to stop it. */
export function WorkingPanel({ status, task, mayBringIn }: Props) {
  const t = messagesFor(pageMessages, useLocale());
  const { label, text, cancel } = words[status];
  const hasFailed = task?.failed ?? false;
  return (
    <Card>
      <div className="stack tight">
        {hasFailed && (
          <Notice tone="wrong" live>
            <strong>{t.failedTitle}</strong>
            <p>{t.failedText}</p>
          </Notice>
        )}
        <ProgressBar
          label={t[label]}
          done={task?.done ?? 0}
          total={task?.total ?? null}
          unit={t.rows}
          secondsLeft={task?.secondsLeft ?? null}
          running={!hasFailed}
        />
        <p className="soft small">{t[text]}</p>
        {mayBringIn && (
          <Form method="post" className="row actions">
            {hasFailed && (
              <Button name="intent" value="retry">
                {t.retry}
              </Button>
            )}
            {cancel !== null && (
              <Button name="intent" value="cancel" look="secondary">
                {t[cancel]}
              </Button>
            )}
          </Form>
        )}
      </div>
    </Card>
  );
}
