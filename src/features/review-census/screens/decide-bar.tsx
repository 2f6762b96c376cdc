import { useRef } from 'react';
import { Form, Link, useNavigate } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { TextareaField } from '#ui/textarea-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { reviewMessages } from '../messages/review-messages.ts';
import type { QueueFilter, SubmissionView } from '../rules/review-view.ts';
import { KeyHint } from './key-hint.tsx';
import { queueHref } from './queue-address.ts';
import { approveForm } from './register-changes.tsx';
import { useKeys } from './use-keys.ts';

/** The three decisions, always in reach; forms like any others where there are no scripts. */
export function DecideBar({ view, filter }: { view: SubmissionView; filter: QueueFilter }) {
  const t = messagesFor(reviewMessages, useLocale());
  const { round, submissionId, nextId } = view;
  const bar = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const skipTo = queueHref(round.roundId, filter, { submissionId: nextId ?? undefined });
  useKeys((key) => {
    if (key === 'l') {
      void navigate(skipTo);
      return true;
    }
    const button = ['s', 'k', 'x'].includes(key)
      ? bar.current?.querySelector<HTMLElement>(`[data-key="${key}"]`)
      : null;
    button?.click();
    if (key !== 's') button?.parentElement?.querySelector<HTMLElement>('textarea')?.focus();
    return Boolean(button);
  });
  const action = queueHref(round.roundId, filter, { submissionId });
  const mayApprove = view.isFinished && !view.isGone && view.verdict !== null;
  return (
    <div className="decide-bar" ref={bar}>
      {mayApprove && (
        <Form id={approveForm} method="post" action={action}>
          <input type="hidden" name="intent" value="approve" />
          <Button data-key="s" aria-keyshortcuts="s" title={t.approveHow}>
            {t.approve} <KeyHint>s</KeyHint>
          </Button>
        </Form>
      )}
      {!view.isFound && !view.isSecondLook && (
        <details name="putusan" className="decide">
          <summary className="btn secondary" data-key="k" title={t.sendBackHow}>
            {t.sendBack} <KeyHint>k</KeyHint>
          </summary>
          <Form method="post" action={action} className="float decide-form">
            <input type="hidden" name="intent" value="send_back" />
            <TextareaField name="note" label={t.note} hint={t.noteHint} rows={3} required minLength={3} />
            <Button>{t.sendBackDo}</Button>
          </Form>
        </details>
      )}
      <details name="putusan" className="decide">
        <summary className="btn secondary" data-key="x" title={t.setAsideHow}>
          {t.setAside} <KeyHint>x</KeyHint>
        </summary>
        <Form method="post" action={action} className="float decide-form">
          <input type="hidden" name="intent" value="set_aside" />
          <TextareaField name="reason" label={t.reason} rows={3} required minLength={3} />
          <Button look="danger">{t.setAsideDo}</Button>
        </Form>
      </details>
      <Link className="btn quiet" to={skipTo} prefetch="render" aria-keyshortcuts="l">
        {t.skip} <KeyHint>l</KeyHint>
      </Link>
    </div>
  );
}
