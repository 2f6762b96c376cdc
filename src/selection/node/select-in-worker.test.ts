import { expect, test } from 'vitest';
import { aCandidate, aProblem } from '../factory.ts';
import type { SelectionStep } from '../selection.ts';
import { selectSeats } from './select.ts';
import { selectInWorker } from './select-in-worker.ts';

const problem = aProblem({
  reserves: [
    { code: 'women', tag: 'women', intakes: ['a'], atLeast: { seats: 1 } },
    { code: 'new', tag: 'new', intakes: ['a'], atLeast: { seats: 1 } },
  ],
  candidates: [aCandidate('1', 1), aCandidate('2', 0.5, ['women', 'new']), aCandidate('3', 0.6, ['new'])],
});

test('a thread of its own finds the same list, and says what it is at', async () => {
  const steps: SelectionStep[] = [];
  const outcome = await selectInWorker(problem, {}, { onStep: (step) => steps.push(step) });
  expect(outcome).toEqual(await selectSeats(problem));
  expect(steps).toEqual(['reading', 'relaxation', 'whole_seats', 'certificate']);
}, 60_000);

test('a selection that is no longer wanted ends', async () => {
  const stop = new AbortController();
  const waiting = selectInWorker(
    problem,
    {},
    { signal: stop.signal, onStep: () => stop.abort(new Error('enough')) },
  );
  await expect(waiting).rejects.toThrow('enough');
  await expect(selectInWorker(problem, {}, { signal: stop.signal })).rejects.toThrow('enough');
}, 60_000);
