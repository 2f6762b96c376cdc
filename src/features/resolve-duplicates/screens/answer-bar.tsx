import type { SubmitEvent } from 'react';
import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { Kbd } from '#ui/kbd.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { decisionButton, decisionEffect } from '../messages/decision-words.ts';
import { reviewMessages } from '../messages/review-messages.ts';
import { decisionKeys, decisions } from '../rules/decisions.ts';
import type { PairView, ReviewQueue } from '../rules/pair-view.ts';
import { reviewAddress } from './queue-address.ts';
import type { Deed } from './use-review-queue.ts';

type Props = {
  pair: PairView;
  queue: ReviewQueue;
  onAnswer: (deed: Deed) => void;
};

/** Fields outside the form name it. */
export const answerForm = 'jawaban';

/** The five answers, each with its key; a form like any other where there are no scripts. */
export function AnswerBar({ pair, queue, onAnswer }: Props) {
  const locale = useLocale();
  const t = messagesFor(reviewMessages, locale);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const pressed = event.nativeEvent.submitter;
    if (!(pressed instanceof HTMLButtonElement)) return;
    onAnswer(pressed.name === 'decision' ? (pressed.value as Deed) : 'skip');
  };
  return (
    <Form
      id={answerForm}
      method="post"
      action={reviewAddress(queue)}
      className="answer-bar"
      onSubmit={submit}
    >
      <input type="hidden" name="pairId" value={pair.pairId} />
      {pair.sampleId && <input type="hidden" name="sampleId" value={pair.sampleId} />}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid everywhere. */}
      <div
        className={queue === 'sample' ? 'answers with-skip' : 'answers'}
        role="group"
        aria-label={t.answers}
      >
        {decisions.map((decision, at) => (
          <Button
            key={decision}
            name="decision"
            value={decision}
            look="secondary"
            className={`answer-button ${decision}`}
            aria-keyshortcuts={`${at + 1} ${decisionKeys[decision]}`}
            title={decisionEffect(decision, locale)}
          >
            <span className="answer-words">{decisionButton(decision, locale)}</span>
            <span className="answer-keys" aria-hidden="true">
              <Kbd>{at + 1}</Kbd>
              <Kbd>{decisionKeys[decision]}</Kbd>
            </span>
          </Button>
        ))}
        {queue === 'sample' && (
          <Button name="intent" value="skip" look="quiet" className="answer-button" aria-keyshortcuts="l">
            <span className="answer-words">{t.skip}</span>
            <span className="answer-keys" aria-hidden="true">
              <Kbd>l</Kbd>
            </span>
          </Button>
        )}
      </div>
    </Form>
  );
}
