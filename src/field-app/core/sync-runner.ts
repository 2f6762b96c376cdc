import type { Unlocked } from './lock.ts';
import { type SyncOutcome, type SyncTools, syncOnce } from './sync.ts';

const shortestPauseMs = 2_000;
const longestPauseMs = 5 * 60_000;
/** With nothing to send, the list is asked for this often while the app is looked at. */
const restMs = 5 * 60_000;

/** Doubled after each loss, up to five minutes; half of it by chance, so that three hundred phones do not call as one. */
export function pauseAfter(losses: number, random: () => number): number {
  const full = Math.min(longestPauseMs, shortestPauseMs * 2 ** Math.min(losses, 12));
  return Math.round(full * (0.5 + random() / 2));
}

export type SyncRunner = {
  /** Now, whatever the pause; a run that is under way is followed by one more. */
  soon(): void;
  stop(): void;
};

/**
 * Keeps phone and office together while the app is open: at start, when `soon` is called (something finished, the
 * connection is back, the app is looked at again), and after pauses.
 */
export function runSync(
  tools: SyncTools & {
    unlocked: () => Unlocked | null;
    report: (outcome: SyncOutcome | 'running') => void;
    random?: () => number;
    wait?: (work: () => void, ms: number) => () => void;
  },
): SyncRunner {
  const random = tools.random ?? Math.random;
  const wait = tools.wait ?? waitByTimer;
  let losses = 0;
  let isRunning = false;
  let isWanted = false;
  let isStopped = false;
  let cancel = () => {};

  async function run(): Promise<void> {
    if (isStopped) return;
    if (isRunning) {
      isWanted = true;
      return;
    }
    isRunning = true;
    cancel();
    tools.report('running');
    let pauseMs: number;
    try {
      const outcome = await syncOnce(tools, tools.unlocked());
      losses = outcome.state === 'done' ? 0 : losses + 1;
      pauseMs = outcome.state === 'done' ? restMs : Math.max(outcome.waitMs, pauseAfter(losses, random));
      tools.report(outcome);
    } catch (error) {
      // The phone itself failed (its storage, most likely): nothing is lost by trying again later.
      console.error(error);
      losses += 1;
      pauseMs = pauseAfter(losses, random);
    }
    isRunning = false;
    if (isWanted) {
      isWanted = false;
      return run();
    }
    if (!isStopped) cancel = wait(() => void run(), pauseMs);
  }

  return {
    soon: () => {
      // A fresh occasion: what was in vain without signal all day does not make it wait now.
      losses = 0;
      void run();
    },
    stop: () => {
      isStopped = true;
      cancel();
    },
  };
}

function waitByTimer(work: () => void, ms: number): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}
