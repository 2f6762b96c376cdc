import { Form } from 'react-router';
import { type Locale, messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { refusalMessage } from '#kernel/refusal-messages.ts';
import { Button } from '#ui/button.tsx';
import { IconArrowBackUp } from '#ui/icons.ts';
import { Kbd } from '#ui/kbd.tsx';
import { Notice } from '#ui/notice.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { decisionSaid } from '../messages/decision-words.ts';
import { reviewMessages } from '../messages/review-messages.ts';
import { type Decision, decisions } from '../rules/decisions.ts';
import type { ReviewQueue } from '../rules/pair-view.ts';
import { reviewAddress } from './queue-address.ts';
import type { AnswerSent } from './send-answer.ts';
import type { Happening } from './use-review-queue.ts';

/** By whom and how a pair was answered, or why it needs no answer. */
export function refusalOfAnswer(refusal: Refusal, pair: string, locale: Locale): string {
  const t = messagesFor(reviewMessages, locale);
  const { by, decision, why } = refusal.details ?? {};
  const found = decisions.find((one) => one === decision);
  if (refusal.code === 'already_done' && found)
    return t.takenBy({ pair, by: String(by ?? ''), said: decisionSaid(found, locale) });
  if (why === 'gone') return t.gone({ pair });
  if (refusal.code === 'wrong_state' || refusal.code === 'already_done') return t.settled({ pair });
  return refusalMessage(refusal, locale);
}

function reasonOf(reason: Exclude<AnswerSent, { kind: 'kept' }>, locale: Locale): string {
  const t = messagesFor(reviewMessages, locale);
  if (reason.kind === 'declined') return refusalMessage(reason.refusal, locale);
  return reason.kind === 'offline' ? t.offline : t.signedOut;
}

/** What has just happened, in a sentence. */
export function happeningText(happening: Happening, locale: Locale): string {
  const t = messagesFor(reviewMessages, locale);
  if (happening.kind === 'undone') return t.undone;
  if (happening.kind === 'not_undone') return `${t.notUndone} ${reasonOf(happening.reason, locale)}`;
  const pair = t.pair({ left: happening.pair.left.name, right: happening.pair.right.name });
  if (happening.kind === 'answered')
    return happening.deed === 'skip' ? t.skipped : t.saved({ said: decisionSaid(happening.deed, locale) });
  if (happening.kind === 'passed_over') return refusalOfAnswer(happening.refusal, pair, locale);
  return `${t.notSaved({ pair })} ${reasonOf(happening.reason, locale)}`;
}

const tones = {
  answered: 'done',
  undone: 'info',
  passed_over: 'wait',
  brought_back: 'wrong',
  not_undone: 'wrong',
} as const;

type Props = {
  happening: Happening | null;
  /** Without scripts: what the page was told in its address. */
  last: { pairId: string; decision: Decision } | null;
  queue: ReviewQueue;
  mayUndo: boolean;
  onUndo: () => void;
};

/** The latest answer, and the way back from it. */
export function HappeningNotice({ happening, last, queue, mayUndo, onUndo }: Props) {
  const locale = useLocale();
  const t = messagesFor(reviewMessages, locale);
  if (happening === null && last === null) return null;
  const undo = (
    <>
      {t.undo} <Kbd>z</Kbd>
    </>
  );
  return (
    <div className="happening">
      <Notice tone={happening === null ? 'done' : tones[happening.kind]}>
        <div className="happening-line">
          <span>
            {happening === null
              ? t.saved({ said: decisionSaid(last?.decision ?? 'same', locale) })
              : happeningText(happening, locale)}
          </span>
          {happening === null && last !== null ? (
            <Form method="post" action={reviewAddress(queue)}>
              <input type="hidden" name="pairId" value={last.pairId} />
              <Button name="intent" value="undo" look="quiet" icon={IconArrowBackUp}>
                {undo}
              </Button>
            </Form>
          ) : (
            mayUndo && (
              <Button type="button" look="quiet" icon={IconArrowBackUp} onClick={onUndo}>
                {undo}
              </Button>
            )
          )}
        </div>
      </Notice>
    </div>
  );
}
