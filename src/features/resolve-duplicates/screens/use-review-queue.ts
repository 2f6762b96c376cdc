import { useCallback, useEffect, useRef, useState } from 'react';
import type { Refusal } from '#kernel/refusal.ts';
import type { Decision } from '../rules/decisions.ts';
import type { PairView, ReviewQueue } from '../rules/pair-view.ts';
import type { Side } from '../rules/side.ts';
import { type AnswerSent, fetchPairs, sendAnswer } from './send-answer.ts';

export type Deed = Decision | 'skip';

/** What has just happened, to be shown and said aloud. */
export type Happening =
  | { kind: 'answered'; pair: PairView; deed: Deed }
  | { kind: 'undone' }
  /** The answer did not count, and there is nothing to do again. */
  | { kind: 'passed_over'; pair: PairView; refusal: Refusal }
  /** The answer is not saved: the pair is back. */
  | { kind: 'brought_back'; pair: PairView; reason: Exclude<AnswerSent, { kind: 'kept' }> }
  | { kind: 'not_undone'; reason: Exclude<AnswerSent, { kind: 'kept' }> };

type Answered = { pair: PairView; deed: Deed; sent: Promise<AnswerSent> };

/** Pairs kept ahead: the next is shown at once, whatever the network does. */
const AHEAD = 3;
/** After these the pair is settled, whatever was answered. */
const settles = new Set(['already_done', 'wrong_state', 'not_found']);

/**
 * The pairs on the table, the first of which is looked at. An answer puts the next one there at once and is sent behind
 * it, one after another; an answer that could not be saved brings its pair back. Nothing said is lost.
 */
export function useReviewQueue(queue: ReviewQueue, initial: { pairs: PairView[]; waiting: number }) {
  const [pairs, setPairs] = useState(initial.pairs);
  const [waiting, setWaiting] = useState(initial.waiting);
  const [happening, setHappening] = useState<Happening | null>(null);
  const [history, setHistory] = useState<Answered[]>([]);
  const [underWay, setUnderWay] = useState(0);
  /** Answers leave in the order in which they were given. */
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const onTheWay = useRef(new Set<string>());
  const asked = useRef(0);
  const shown = useRef(pairs);
  shown.current = pairs;

  /** What comes after the pair on the table is asked anew: a merge may have changed or settled it. */
  const refill = useCallback(async () => {
    const question = ++asked.current;
    const head = shown.current[0];
    const found = await fetchPairs(queue, [...onTheWay.current, ...(head ? [head.pairId] : [])]);
    if (found === null || question !== asked.current) return;
    setPairs((now) => {
      const [first] = now;
      const rest = found.pairs.filter(
        ({ pairId }) => pairId !== first?.pairId && !onTheWay.current.has(pairId),
      );
      return (first ? [first, ...rest] : rest).slice(0, AHEAD + 1);
    });
    setWaiting(Math.max(found.waiting - onTheWay.current.size, 0));
  }, [queue]);

  const send = useCallback((values: Record<string, string>): Promise<AnswerSent> => {
    const sent = line.current.then(() => sendAnswer(values));
    line.current = sent;
    setUnderWay((count) => count + 1);
    void sent.then(() => setUnderWay((count) => count - 1));
    return sent;
  }, []);

  const bringBack = useCallback((pair: PairView) => {
    setPairs((now) => [pair, ...now.filter(({ pairId }) => pairId !== pair.pairId)]);
    setWaiting((count) => count + 1);
  }, []);

  const answer = useCallback(
    (deed: Deed, survivor: Side) => {
      const [pair] = shown.current;
      if (!pair) return;
      shown.current = shown.current.slice(1);
      const { pairId } = pair;
      onTheWay.current.add(pairId);
      setPairs((now) => now.filter((one) => one.pairId !== pairId));
      setWaiting((count) => Math.max(count - 1, 0));
      setHappening({ kind: 'answered', pair, deed });
      const sent = send({
        intent: deed === 'skip' ? 'skip' : 'decide',
        pairId,
        survivor,
        ...(pair.sampleId ? { sampleId: pair.sampleId } : {}),
        ...(deed === 'skip' ? {} : { decision: deed }),
      });
      setHistory((before) => [...before, { pair, deed, sent }]);
      void sent.then((result) => {
        onTheWay.current.delete(pairId);
        if (result.kind !== 'kept') {
          setHistory((before) => before.filter((one) => one.sent !== sent));
          if (result.kind === 'declined' && settles.has(result.refusal.code))
            setHappening({ kind: 'passed_over', pair, refusal: result.refusal });
          else {
            bringBack(pair);
            setHappening({ kind: 'brought_back', pair, reason: result });
          }
        }
        void refill();
      });
    },
    [bringBack, refill, send],
  );

  const last = history.at(-1);
  /** A drawn pair that was skipped or judged stays so; decisions can be taken back. */
  const mayUndo = last !== undefined && queue !== 'sample';
  const undo = useCallback(() => {
    if (!last || !mayUndo) return;
    const { pair } = last;
    setHistory((before) => before.filter((one) => one !== last));
    bringBack(pair);
    setHappening({ kind: 'undone' });
    void last.sent.then(async (result) => {
      // What never arrived need not be taken back.
      if (result.kind !== 'kept') return;
      const undone = await send({ intent: 'undo', pairId: pair.pairId });
      if (undone.kind === 'kept') return;
      setPairs((now) => now.filter(({ pairId }) => pairId !== pair.pairId));
      setHistory((before) => [...before, last]);
      setHappening({ kind: 'not_undone', reason: undone });
    });
  }, [bringBack, last, mayUndo, send]);

  // Leaving in the middle of a save would lose it.
  useEffect(() => {
    if (underWay === 0) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [underWay]);

  return {
    pair: pairs[0] ?? null,
    waiting,
    happening,
    answer,
    undo,
    mayUndo,
    isSending: underWay > 0,
  };
}
