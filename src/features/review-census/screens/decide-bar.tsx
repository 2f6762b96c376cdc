import { useEffect, useRef } from 'react';
import { Form, Link, useNavigate } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { Kbd } from '#ui/kbd.tsx';
import { TextareaField } from '#ui/textarea-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { reviewMessages } from '../messages/review-messages.ts';
import type { QueueFilter, SubmissionView } from '../rules/review-view.ts';
import { queueHref } from './queue-address.ts';
import { approveForm } from './register-changes.tsx';

/** Where letters are typed they are letters. */
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, select, input:not([type="radio"])'));

/** The three decisions, always in reach; forms like any others where there are no scripts. */
export function DecideBar({ view, filter }: { view: SubmissionView; filter: QueueFilter }) {
  const t = messagesFor(reviewMessages, useLocale());
  const { round, submissionId, nextId } = view;
  const bar = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const skipTo = queueHref(round.roundId, filter, { submissionId: nextId ?? undefined });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, repeat, ctrlKey, altKey, metaKey, target } = event;
      if (repeat || ctrlKey || altKey || metaKey || isTyping(target)) return;
      const found = (wanted: string) => bar.current?.querySelector<HTMLElement>(`[data-key="${wanted}"]`);
      const pressed = key.toLowerCase();
      if (pressed === 'l') void navigate(skipTo);
      else if (pressed === 'z') document.querySelector<HTMLElement>('.happened [data-key="z"]')?.click();
      else if (['s', 'k', 'x'].includes(pressed)) found(pressed)?.click();
      else return;
      event.preventDefault();
      if (pressed === 'k' || pressed === 'x')
        found(pressed)?.parentElement?.querySelector<HTMLElement>('textarea')?.focus();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [navigate, skipTo]);
  const action = queueHref(round.roundId, filter, { submissionId });
  const mayApprove = view.isFinished && !view.isGone && view.verdict !== null;
  return (
    <div className="decide-bar" ref={bar}>
      {mayApprove && (
        <Form id={approveForm} method="post" action={action}>
          <input type="hidden" name="intent" value="approve" />
          <Button data-key="s" aria-keyshortcuts="s" title={t.approveHow}>
            {t.approve} <Kbd>s</Kbd>
          </Button>
        </Form>
      )}
      {!view.isFound && !view.isSecondLook && (
        <details name="putusan" className="decide">
          <summary className="btn secondary" data-key="k" title={t.sendBackHow}>
            {t.sendBack} <Kbd>k</Kbd>
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
          {t.setAside} <Kbd>x</Kbd>
        </summary>
        <Form method="post" action={action} className="float decide-form">
          <input type="hidden" name="intent" value="set_aside" />
          <TextareaField name="reason" label={t.reason} rows={3} required minLength={3} />
          <Button look="danger">{t.setAsideDo}</Button>
        </Form>
      </details>
      <Link className="btn quiet" to={skipTo} prefetch="render" aria-keyshortcuts="l">
        {t.skip} <Kbd>l</Kbd>
      </Link>
    </div>
  );
}
