import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FromThread, ThreadAnswer, ThreadWork, ToThread } from './linkage-thread.ts';

/** As many threads as help: more than eight wait for memory. */
export const usualThreads = Math.min(availableParallelism(), 8);

/** Tasks that lie ready in a thread, so that it need not wait for the next one. */
const READY = 2;
/** So many answers per thread may wait for an earlier one. */
const AHEAD = 6;

/** Threads that work on numbered tasks. Answers are taken in the order of the tasks, whichever thread was faster. */
export class ThreadPool {
  readonly #threads: Worker[];

  /** @param customModule URL of a module whose export `custom` has the caller's own tests */
  constructor(count: number, customModule: URL | null = null) {
    this.#threads = Array.from(
      { length: count },
      () => new Worker(threadFile(), { workerData: { customModule: customModule?.href ?? null } }),
    );
  }

  /** @throws the reason of a thread that died, or the signal's; then all threads have ended */
  async run(
    work: ThreadWork,
    tasks: number,
    onAnswer: (answer: ThreadAnswer, task: number) => void,
    signal?: AbortSignal,
  ): Promise<void> {
    signal?.throwIfAborted();
    const letGo: (() => void)[] = [];
    try {
      await new Promise<void>((resolve, reject) => {
        const waiting = new Map<number, ThreadAnswer>();
        const ready = this.#threads.map(() => 0);
        let next = 0;
        let taken = 0;
        const handOut = () => {
          for (let depth = 1; depth <= READY; depth += 1)
            for (const [at, thread] of this.#threads.entries()) {
              if (ready[at]! >= depth || next === tasks || next >= taken + AHEAD * this.#threads.length)
                continue;
              thread.postMessage({ task: next } satisfies ToThread);
              ready[at]! += 1;
              next += 1;
            }
        };
        const take = (at: number, { task, answer }: FromThread) => {
          ready[at]! -= 1;
          waiting.set(task, answer);
          handOut();
          for (let answered = waiting.get(taken); answered; answered = waiting.get(taken)) {
            waiting.delete(taken);
            onAnswer(answered, taken);
            taken += 1;
          }
          handOut();
          if (taken === tasks) resolve();
        };
        for (const [at, thread] of this.#threads.entries()) {
          const onMessage = (message: FromThread) => {
            try {
              take(at, message);
            } catch (error) {
              reject(error);
            }
          };
          const onExit = (code: number) => reject(new Error(`A thread ended early (${code}).`));
          thread.on('message', onMessage).on('error', reject).on('exit', onExit);
          letGo.push(() => thread.off('message', onMessage).off('error', reject).off('exit', onExit));
          thread.postMessage({ work } satisfies ToThread);
        }
        const onAbort = () => reject(signal?.reason);
        signal?.addEventListener('abort', onAbort);
        letGo.push(() => signal?.removeEventListener('abort', onAbort));
        if (tasks === 0) resolve();
        handOut();
      });
    } catch (error) {
      await this.close();
      throw error;
    } finally {
      for (const one of letGo) one();
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }
}

/** Where the thread's code lies: beside this file in the source; in a build it is an entry of its own. */
function threadFile(): URL {
  const name = 'linkage-thread';
  const places = [`./${name}.ts`, `./${name}.js`, `../${name}.js`].map(
    (place) => new URL(place, import.meta.url),
  );
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Error(`${name} is missing: the build must list it among its entries`);
  return found;
}
