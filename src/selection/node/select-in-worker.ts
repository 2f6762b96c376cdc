import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { SelectionProblem } from '../problem.ts';
import type { SelectionOptions, SelectionOutcome, SelectionStep } from '../selection.ts';
import type { FromSelectionThread, SelectionWork } from './selection-thread.ts';

/**
 * `selectSeats` in a thread of its own, so that others are answered meanwhile.
 * @param control.signal ends the thread at once, whatever it is at
 * @throws the signal's reason, or whatever the thread died of
 */
export async function selectInWorker(
  problem: SelectionProblem,
  options: Partial<SelectionOptions> = {},
  control: { signal?: AbortSignal; onStep?: (step: SelectionStep) => void } = {},
): Promise<SelectionOutcome> {
  const { signal, onStep } = control;
  signal?.throwIfAborted();
  const thread = new Worker(threadFile(), { workerData: { problem, options } satisfies SelectionWork });
  const { promise, resolve, reject } = Promise.withResolvers<SelectionOutcome>();
  const onAbort = () => reject(signal?.reason);
  thread.on('message', (message: FromSelectionThread) => {
    if ('step' in message) onStep?.(message.step);
    else resolve(message.outcome);
  });
  thread.on('error', reject);
  thread.on('exit', (status) => reject(new Error(`The selection's thread ended early (${status}).`)));
  signal?.addEventListener('abort', onAbort);
  try {
    return await promise;
  } finally {
    signal?.removeEventListener('abort', onAbort);
    await thread.terminate();
  }
}

/** Where the thread's code lies: beside this file in the source; in a build it is an entry of its own. */
function threadFile(): URL {
  const name = 'selection-thread';
  const places = [`./${name}.ts`, `./${name}.js`, `../${name}.js`].map(
    (place) => new URL(place, import.meta.url),
  );
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Error(`${name} is missing: the build must list it among its entries`);
  return found;
}
