/** Runs in a thread of its own (see select-in-worker.ts): one selection, then it ends. */
import { parentPort, workerData } from 'node:worker_threads';
import type { SelectionProblem } from '../problem.ts';
import type { SelectionOptions, SelectionOutcome, SelectionStep } from '../selection.ts';
import { selectSeats } from './select.ts';

export type SelectionWork = { problem: SelectionProblem; options: Partial<SelectionOptions> };
export type FromSelectionThread = { step: SelectionStep } | { outcome: SelectionOutcome };

const { problem, options } = workerData as SelectionWork;
const send = (message: FromSelectionThread) => parentPort?.postMessage(message);
send({ outcome: await selectSeats(problem, options, (step) => send({ step })) });
