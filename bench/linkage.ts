import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bench, type BenchOptions, type Figure, figure } from './bench.ts';
import { type EngineRun, runOurs, runSplink, splinkKnows } from './linkage-engines.ts';
import { type LinkedRows, linkRows } from './linkage-enterprises.ts';
import { publicSets, tidySet } from './linkage-public.ts';
import { type GeneratedSet, listsOf, writeSet } from './linkage-sets.ts';
import { median } from './quantiles.ts';

const SEED = 'bench';
const REGISTER = 23_000;
const MOST_FOR_QUALITY = 105_000;
/** Above this size the times are taken three times at most. */
const LARGE = 200_000;
/** What each family of public sets is to reach in itself. */
const PUBLIC_GOALS: readonly (readonly [family: RegExp, atLeast: number])[] = [
  [/^febrl/, 0.996],
  [/^historical/, 0.84],
];

type Surroundings = BenchOptions & { folder: string };

const thousands = (rows: number) => rows.toLocaleString('en');

/** Goal 1: people of public sets, by clusters at probability 0.95; no label is used. */
async function measurePublic({ folder, linkage, say }: Surroundings): Promise<Figure[]> {
  const { dataFolder, python } = linkage;
  if (!dataFolder) {
    say('linkage: public sets left out; name their folder by --linkage-data or GAWANGAN_LINKAGE_DATA');
    return [];
  }
  const sets = publicSets(dataFolder);
  if (sets.length === 0) say(`linkage: no CSV files in ${dataFolder}`);
  const figures: Figure[] = [];
  for (const set of sets) {
    const files = await tidySet(folder, set);
    if (!files) {
      say(`linkage: ${set.name} does not tell its truth and is left out`);
      continue;
    }
    say(`linkage: ${set.name}`);
    const task = { settings: set.name, files, threads: 2 };
    const ours = await runOurs(task);
    const splink = python && splinkKnows(set.name) ? await runSplink(python, task) : null;
    figures.push(
      figure({
        what: `${set.name}, cluster F1`,
        unit: 'share',
        value: ours.cluster.f1,
        ...(splink
          ? { baseline: { what: 'Splink', value: splink.cluster.f1 }, goal: { of: 'ratio', atLeast: 1 } }
          : {}),
      }),
    );
    const own = PUBLIC_GOALS.find(([family]) => family.test(set.name));
    if (own) {
      figures.push(
        figure({
          what: `${set.name}, cluster F1 in itself`,
          unit: 'share',
          value: ours.cluster.f1,
          goal: { of: 'value', atLeast: own[1] },
        }),
      );
    }
    figures.push(...blocking(set.name, ours, splink));
  }
  return figures;
}

function blocking(name: string, ours: EngineRun, splink: EngineRun | null): Figure[] {
  return [
    figure({
      what: `${name}, true pairs that blocking brings together`,
      unit: 'share',
      value: ours.blockingRecall,
      ...(splink ? { baseline: { what: 'Splink', value: splink.blockingRecall } } : {}),
    }),
    figure({
      what: `${name}, pairs compared`,
      unit: 'count',
      value: ours.pairs,
      ...(splink ? { baseline: { what: 'Splink', value: splink.pairs } } : {}),
    }),
  ];
}

/** Goals 2 and 3: lists of Indonesian enterprises, linked as the register does it. */
async function measureLists(around: Surroundings): Promise<Figure[]> {
  const { folder, linkage, sizes, say } = around;
  const rows = Math.min(MOST_FOR_QUALITY, sizes.at(-1) ?? MOST_FOR_QUALITY);
  const against = Math.min(REGISTER, Math.floor(rows / 4));
  const sets: GeneratedSet[] = [
    ...(['low', 'medium', 'high'] as const).map((mess) => ({ name: 'register', mess, rows, against })),
    { name: 'duplicates', mess: 'medium', rows },
  ];
  const figures: Figure[] = [];
  for (const set of sets) {
    const isLinked = set.against !== undefined;
    const name = isLinked
      ? `${thousands(rows)} rows of ${set.mess} mess against ${thousands(against)} of the register`
      : `duplicates among ${thousands(rows)} rows of ${set.mess} mess`;
    say(`linkage: ${name}`);
    const [first, second] = listsOf(set, SEED).map((list) => [...list]);
    const [list, register] = second ? [second, first!] : [first!, []];
    const linked = await linkRows(list, register, isLinked ? 'between' : 'within');
    let splink: EngineRun | null = null;
    if (linkage.python) {
      const files = await writeSet(folder, set, SEED);
      splink = await runSplink(linkage.python, { settings: set.name, files, threads: 2 });
    }
    figures.push(...qualityFigures(name, set, linked, splink));
    if (isLinked && set.mess === 'medium')
      figures.push(...queueFigures(name, await linkRows(list, register, 'joining')));
  }
  return figures;
}

function qualityFigures(
  name: string,
  { mess }: GeneratedSet,
  { found, automatic, blockingRecall, pairsPerRow }: LinkedRows,
  splink: EngineRun | null,
): Figure[] {
  const isMedium = mess === 'medium';
  return [
    figure({
      what: `${name}, pairwise F1`,
      unit: 'share',
      value: found.f1,
      ...(splink
        ? {
            baseline: { what: 'Splink', value: splink.byWeightsAlone.f1 },
            goal: { of: 'value', atLeast: splink.byWeightsAlone.f1 + 0.01 },
          }
        : {}),
    }),
    ...(splink
      ? [
          figure({
            what: `${name}, pairwise F1`,
            unit: 'share',
            value: found.f1,
            baseline: { what: 'Splink and rules', value: splink.pairwise.f1 },
            goal: { of: 'ratio', atLeast: 1 },
          }),
        ]
      : []),
    figure({ what: `${name}, precision`, unit: 'share', value: found.precision }),
    figure({ what: `${name}, recall`, unit: 'share', value: found.recall }),
    figure({
      what: `${name}, precision of what is merged by itself`,
      unit: 'share',
      value: automatic.precision,
      ...(isMedium ? { goal: { of: 'value', atLeast: 0.999 } } : {}),
    }),
    figure({ what: `${name}, true pairs merged by themselves`, unit: 'share', value: automatic.recall }),
    figure({
      what: `${name}, true pairs that blocking brings together`,
      unit: 'share',
      value: blockingRecall,
      ...(splink ? { baseline: { what: 'Splink', value: splink.blockingRecall } } : {}),
      goal: { of: 'value', atLeast: 0.97 },
    }),
    figure({
      what: `${name}, pairs compared for each row`,
      unit: 'count',
      value: pairsPerRow,
      goal: { of: 'value', atMost: 10 },
    }),
  ];
}

function queueFigures(name: string, { appliedOrQueued, queuedRows }: LinkedRows): Figure[] {
  return [
    figure({
      what: `${name} and each other: true pairs merged or queued, of those that blocking brings together`,
      unit: 'share',
      value: appliedOrQueued,
      goal: { of: 'value', atLeast: 0.99 },
    }),
    figure({
      what: `${name} and each other: rows that wait in the queue`,
      unit: 'share',
      value: queuedRows,
      goal: { of: 'value', atMost: 0.05 },
    }),
  ];
}

/** Goal 4: the same comparisons over the very same pairs, in turn. */
async function measureTime({ folder, linkage, sizes, runs, say }: Surroundings): Promise<Figure[]> {
  const { python } = linkage;
  const figures: Figure[] = [];
  for (const rows of sizes) {
    const files = await writeSet(folder, { name: `timing-${rows}`, mess: 'medium', rows, keys: true }, SEED);
    const contestants = [
      { name: 'one thread', atMost: 0.5, run: () => runOurs({ settings: 'timing', files, threads: 1 }) },
      { name: 'two threads', atMost: 0.3, run: () => runOurs({ settings: 'timing', files, threads: 2 }) },
      ...(python
        ? [
            {
              name: 'Splink',
              atMost: Number.NaN,
              run: () => runSplink(python, { settings: 'timing', files, threads: 2 }, true),
            },
          ]
        : []),
    ];
    const done = contestants.map((): EngineRun[] => []);
    for (let run = 1; run <= (rows > LARGE ? Math.min(3, runs) : runs); run++) {
      say(`linkage: time at ${thousands(rows)}, run ${run}`);
      for (const [at, one] of contestants.entries()) done[at]!.push(await one.run());
    }
    const of = (at: number, what: 'seconds' | 'peakMb') => median(done[at]!.map((run) => run[what]));
    const pairs = `${thousands(done[0]![0]!.pairs)} pairs of ${thousands(rows)} records`;
    for (const [at, { name, atMost }] of contestants.entries()) {
      if (name === 'Splink') continue;
      for (const [what, unit, most] of [
        ['seconds', 's', atMost],
        ['peakMb', 'MB', 1],
      ] as const) {
        figures.push(
          figure({
            what: `${pairs}, ${name}${unit === 'MB' ? ', memory' : ''}`,
            unit,
            value: of(at, what),
            ...(python
              ? {
                  baseline: { what: 'Splink, two threads', value: of(2, what) },
                  goal: { of: 'ratio', atMost: most },
                }
              : {}),
          }),
        );
      }
    }
  }
  return figures;
}

export const linkage: Bench = {
  name: 'linkage',
  description: 'finding the records that are one, against Splink (goals 1 to 4)',
  async run(options) {
    const folder = await mkdtemp(join(tmpdir(), 'gawangan-linkage-'));
    if (!options.linkage.python)
      options.say('linkage: without Splink; set GAWANGAN_PYTHON to a Python that has splink 4');
    try {
      const around = { ...options, folder };
      const figures = [
        ...(await measurePublic(around)),
        ...(await measureLists(around)),
        ...(await measureTime(around)),
      ];
      return {
        name: 'linkage',
        figures,
        notes: [
          'Splink 4 on DuckDB with two threads and settings written by hand for each set (bench/oracle/settings). Neither side sees a label; a pair counts from probability 0.95 on, on the generated lists ours from 0.5 on (likelier one than not).',
          'Lists are invented. The entity is the enterprise: an owner’s second business is another one, which weights alone hardly tell. _Splink and rules_: helped by rules of ours after its weights, by differing NIB, another line of business, and one partner for each row.',
          'Times are what each engine says of itself, from opening the file to the clusters, random pairs and learning included; Python’s and Node’s own start is not.',
        ],
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
