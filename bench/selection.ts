import { createHash } from 'node:crypto';
import { checkCertificate } from '../src/selection/check-certificate.ts';
import { byScore, wholeCore } from '../src/selection/core.ts';
import { selectInWorker } from '../src/selection/node/select-in-worker.ts';
import { relax } from '../src/selection/node/solve-model.ts';
import { loadSolver } from '../src/selection/node/solver.ts';
import { prepare } from '../src/selection/prepare.ts';
import type { SelectionProblem } from '../src/selection/problem.ts';
import type { Selection } from '../src/selection/selection.ts';
import { differenceOf } from '../src/selection/what-if.ts';
import { type Bench, type BenchOptions, type Figure, figure } from './bench.ts';
import { median } from './quantiles.ts';
import { inventedProblem } from './selection-problem.ts';

/** Beyond, the baseline alone takes an hour. */
const LARGEST = 200_000;
/** Seconds that an office waits, by the size of its register. */
const patience = (rows: number) => (rows <= 23_000 ? 5 : 20);

const lotOf = (seed: string, id: string) =>
  Number.parseInt(createHash('sha256').update(`${seed}:${id}`).digest('hex').slice(0, 12), 16);

async function timed<T>(work: () => T | Promise<T>): Promise<{ seconds: number; value: T }> {
  const started = performance.now();
  const value = await work();
  return { seconds: (performance.now() - started) / 1000, value };
}

async function select(problem: SelectionProblem, method: 'simplex' | 'ipm'): Promise<Selection> {
  const outcome = await selectInWorker(problem, { method });
  if (outcome.kind !== 'selected') throw new Error(`the invented problem has no list: ${outcome.kind}`);
  return outcome.selection;
}

async function measureSize(rows: number, { runs, say }: BenchOptions): Promise<Figure[]> {
  const problem = inventedProblem(rows);
  const prepared = prepare(problem);
  const highs = await loadSolver();
  const relaxation = () =>
    relax(highs, { prepared, core: wholeCore(prepared), worth: byScore(prepared) }, 'simplex');
  const ours: number[] = [];
  const alone: number[] = [];
  const lists: Selection[] = [];
  for (let run = 0; run < runs; run += 1) {
    say(`selection: ${rows} candidates, run ${run + 1} of ${runs}`);
    const { seconds, value } = await timed(() => select(problem, 'simplex'));
    ours.push(seconds);
    lists.push(value);
    alone.push((await timed(relaxation)).seconds);
  }
  const [first, ...again] = lists;
  const { seats, certificate } = first!;
  const turned = { ...problem, candidates: problem.candidates.toReversed() };
  again.push(await select(turned, 'ipm'));
  const others = again.reduce((sum, list) => {
    const { gain, lose, move } = differenceOf(seats, list.seats);
    return sum + gain.length + lose.length + move.length;
  }, 0);
  const checked = await timed(() => checkCertificate(problem, seats, certificate, { lotOf }));
  const of = `${rows.toLocaleString('en')} candidates`;
  return [
    figure({
      what: `${of}: who gets one of ${seats.length} seats, in a thread`,
      unit: 's',
      value: median(ours),
      baseline: { what: 'the relaxation alone, all candidates at once', value: median(alone) },
      goal: { of: 'ratio', atMost: 1.5 },
    }),
    figure({
      what: `${of}: the same, as long as it takes`,
      unit: 's',
      value: median(ours),
      goal: { of: 'value', atMost: patience(rows) },
    }),
    figure({
      what: `${of}: certified gap`,
      unit: 'share',
      value: certificate.gap,
      goal: { of: 'value', atMost: 0.0005 },
    }),
    figure({
      what: `${of}: seats that differ when run again, from the reversed list, with another method`,
      unit: 'count',
      value: others,
      goal: { of: 'value', atMost: 0 },
    }),
    figure({
      what: `${of}: faults found by the checker without a solver`,
      unit: 'count',
      value: checked.value.faults.length,
      goal: { of: 'value', atMost: 0 },
    }),
    figure({ what: `${of}: the checker`, unit: 's', value: checked.seconds }),
  ];
}

export const selection: Bench = {
  name: 'selection',
  description: 'who gets a seat: 8 intakes, 2 budgets, overlapping reserves; against the relaxation alone',
  async run(options) {
    const figures: Figure[] = [];
    for (const rows of options.sizes.filter((size) => size <= LARGEST))
      figures.push(...(await measureSize(rows, options)));
    return {
      name: 'selection',
      figures,
      notes: [
        'Eight intakes of 60 seats on two budget lines that do not pay for all of them, twelve reserves that overlap, one quota, transport by distance, up to three wishes. Ours counts everything: handing the problem to a thread, loading the solver, scores, lots, list and certificate.',
      ],
    };
  },
};
