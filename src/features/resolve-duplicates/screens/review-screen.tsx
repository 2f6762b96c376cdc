import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconCircleCheck } from '#ui/icons.ts';
import { Kbd } from '#ui/kbd.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { decisionButton, decisionEffect } from '../messages/decision-words.ts';
import { conflictWords, reviewMessages } from '../messages/review-messages.ts';
import { type Decision, decisionKeys, decisions } from '../rules/decisions.ts';
import type { PairView, ReviewQueue } from '../rules/pair-view.ts';
import type { Side } from '../rules/side.ts';
import { AnswerBar } from './answer-bar.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import { HappeningNotice, happeningText, refusalOfAnswer } from './happening-notice.tsx';
import { PairTable } from './pair-table.tsx';
import { SurvivorChoice } from './survivor-choice.tsx';
import { useAnswerKeys } from './use-answer-keys.ts';
import { type Deed, useReviewQueue } from './use-review-queue.ts';
import { WaterfallFigure } from './waterfall-figure.tsx';
import './review.css';

export type ReviewScreenProps = {
  queue: ReviewQueue;
  pairs: PairView[];
  waiting: number;
  mayDecide: boolean;
  /** The pair just answered, where there are no scripts. */
  last: { pairId: string; decision: Decision } | null;
  refusal?: Refusal | undefined;
};

const titles = { waiting: 'title', examples: 'titleExamples', sample: 'titleSample' } as const;
const leads = { waiting: 'leadWaiting', examples: 'leadExamples', sample: 'leadSample' } as const;
const ends = { waiting: 'doneText', examples: 'doneExamples', sample: 'doneSample' } as const;

/** One pair after another, by mouse, thumb or keyboard. */
export function ReviewScreen({ queue, pairs, waiting, mayDecide, last, refusal }: ReviewScreenProps) {
  const locale = useLocale();
  const t = messagesFor(reviewMessages, locale);
  const review = useReviewQueue(queue, { pairs, waiting });
  const { pair, happening, answer, undo } = review;
  const [chosen, setChosen] = useState<{ pairId: string; side: Side } | null>(null);
  const survivor: Side = chosen && chosen.pairId === pair?.pairId ? chosen.side : (pair?.survivor ?? 'left');
  const choose = useCallback((side: Side) => pair && setChosen({ pairId: pair.pairId, side }), [pair]);
  const table = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const keysHelp = useRef<HTMLDetailsElement>(null);
  const onAnswer = useCallback(
    (deed: Deed) => {
      if (mayDecide) answer(deed, survivor);
    },
    [answer, mayDecide, survivor],
  );
  useAnswerKeys(
    useMemo(
      () => ({
        decide: onAnswer,
        undo,
        swap: () => choose(survivor === 'left' ? 'right' : 'left'),
        help: () => {
          if (keysHelp.current) keysHelp.current.open = !keysHelp.current.open;
        },
        skip: queue === 'sample' ? () => onAnswer('skip') : undefined,
      }),
      [onAnswer, undo, choose, survivor, queue],
    ),
  );
  // The next pair is where reading goes on: its top in sight, its name under the focus.
  const shownId = pair?.pairId;
  const firstId = useRef(shownId);
  useEffect(() => {
    if (firstId.current === shownId) return;
    firstId.current = shownId;
    heading.current?.focus({ preventScroll: true });
    table.current?.scrollIntoView({ block: 'start' });
  }, [shownId]);
  return (
    <div className="stack tight review">
      <title>{`${t[titles[queue]]} · Gawangan`}</title>
      <PageHeader
        back={{ to: '/kembar', label: t.back }}
        title={t[titles[queue]]}
        lead={t[leads[queue]]}
        badge={<span className="badge">{t.left({ count: formatNumber(review.waiting, locale) })}</span>}
      />
      <p role="status" className="hidden">
        {happening && happeningText(happening, locale)}
      </p>
      {refusal && (
        <Notice tone="wait" live>
          {refusalOfAnswer(refusal, '', locale)}
        </Notice>
      )}
      <div ref={table} className="stack tight">
        <HappeningNotice
          happening={happening}
          last={last}
          queue={queue}
          mayUndo={review.mayUndo && mayDecide}
          onUndo={undo}
        />
        {pair === null ? (
          <End queue={queue} isLoading={review.waiting > 0} />
        ) : (
          <>
            <h2 ref={heading} tabIndex={-1} className="pair-title">
              {t.pair({ left: pair.left.name, right: pair.right.name })}
            </h2>
            {pair.conflict !== null && queue !== 'sample' && (
              <Notice tone="wait">{conflictText(pair.conflict, locale)}</Notice>
            )}
            <div className="table-and-evidence">
              <PairTable pair={pair}>
                {mayDecide && <SurvivorChoice side={survivor} onChange={choose} />}
              </PairTable>
              <EvidencePanel steps={pair.steps} />
            </div>
            <details key={pair.pairId} className="more">
              <summary>{t.howReckoned}</summary>
              <WaterfallFigure steps={pair.steps} weight={pair.weight} />
            </details>
            {mayDecide ? (
              <>
                <KeysHelp of={keysHelp} />
                <AnswerBar pair={pair} queue={queue} onAnswer={onAnswer} />
              </>
            ) : (
              <Notice>{t.viewOnly}</Notice>
            )}
          </>
        )}
      </div>
    </div>
  );
}

function conflictText(conflict: string, locale: 'id' | 'en'): string | undefined {
  const words = messagesFor(conflictWords, locale);
  return words[conflict] ?? words.other;
}

function End({ queue, isLoading }: { queue: ReviewQueue; isLoading: boolean }) {
  const t = messagesFor(reviewMessages, useLocale());
  if (isLoading) return <p className="soft">{t.loading}</p>;
  return (
    <div className="card">
      <EmptyState
        icon={IconCircleCheck}
        title={t.doneTitle}
        action={<ButtonLink to="/kembar">{t.toOverview}</ButtonLink>}
      >
        {t[ends[queue]]}
      </EmptyState>
    </div>
  );
}

function KeysHelp({ of }: { of: React.RefObject<HTMLDetailsElement | null> }) {
  const locale = useLocale();
  const t = messagesFor(reviewMessages, locale);
  return (
    <details ref={of} className="more keys-help">
      <summary>
        {t.keys} <Kbd>?</Kbd>
      </summary>
      <ul className="plain-list">
        {decisions.map((decision, at) => (
          <li key={decision}>
            <Kbd>{at + 1}</Kbd> <Kbd>{decisionKeys[decision]}</Kbd>{' '}
            <strong>{decisionButton(decision, locale)}</strong>: {decisionEffect(decision, locale)}
          </li>
        ))}
        <li>
          <Kbd>z</Kbd> {t.undo}
        </li>
        <li>
          <Kbd>t</Kbd> {t.survivor}: {t.swap}
        </li>
      </ul>
    </details>
  );
}
