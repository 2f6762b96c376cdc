import { useRef } from 'react';
import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { reviewMessages } from '../messages/review-messages.ts';
import type { Happened } from '../rules/happened.ts';
import { KeyHint } from './key-hint.tsx';
import { useKeys } from './use-keys.ts';

/** What has just been decided, and the way back. */
export function HappenedNotice({ happened, action }: { happened: Happened | null; action: string }) {
  const t = messagesFor(reviewMessages, useLocale());
  const form = useRef<HTMLFormElement>(null);
  useKeys((key) => {
    if (key !== 'z' || form.current === null) return false;
    form.current.requestSubmit();
    return true;
  });
  if (!happened) return null;
  const { decision, name } = happened;
  if (decision === 'undo')
    return (
      <Notice tone="info" live>
        {happened.isKept ? t.doneUndoKept : t.doneUndo}
      </Notice>
    );
  const words = { approve: t.doneApprove, send_back: t.doneSendBack, set_aside: t.doneSetAside }[decision];
  return (
    <Notice tone="done" live>
      <div className="happened">
        <span>{words({ name })}</span>
        <Form method="post" action={action} ref={form}>
          <input type="hidden" name="intent" value="undo" />
          <input type="hidden" name="submissionId" value={happened.submissionId} />
          <Button look="secondary" aria-keyshortcuts="z">
            {t.undo} <KeyHint>z</KeyHint>
          </Button>
        </Form>
      </div>
    </Notice>
  );
}
