import type { ReleaseState } from './false-merge-target.ts';
import type { RunCounts, RunStatus } from './linkage-run.ts';
import type { DecidedView } from './pair-view.ts';
import type { Quality } from './quality-estimate.ts';

/** Work in the background that is not over. */
export type TaskView = { done: number; total: number | null; failed: boolean; secondsLeft: number | null };

export type DuplicatesOverview = {
  waiting: { sure: number; review: number; asked: number };
  /** At most one wrong merge in so many; null: the machine never merges. */
  target: number | null;
  release: ReleaseState;
  releasedAt: string | null;
  releasedBy: string | null;
  merging: TaskView | null;
  run: {
    runId: string;
    status: RunStatus;
    counts: RunCounts | null;
    startedAt: string;
    finishedAt: string | null;
    foundBy: string;
    task: TaskView | null;
  } | null;
  decided: DecidedView[];
  quality: Quality;
  sample: { quarter: string; drawn: number; left: number; judged: number; mayDraw: boolean };
};
