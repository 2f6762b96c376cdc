import { registerPermissions } from '#features/register-enterprise/index.server.ts';
import { read } from '#platform/command.server.ts';
import { enterpriseList } from '../src/features/register-enterprise/queries/enterprise-list.server.ts';
import { type Bench, type BenchOptions, type Figure, figure } from './bench.ts';
import type { BenchHouse } from './bench-house.ts';
import { startBenchServer } from './bench-server.ts';
import { heapInUse } from './heap.ts';
import type { Client } from './http-client.ts';
import { ownerClient } from './owner-client.ts';
import { medianSpread, quantile } from './quantiles.ts';
import {
  type FoundRow,
  type QueryKind,
  queryKinds,
  type SearchQuery,
  searchQueries,
} from './search-queries.ts';
import { makeTrigramBaseline } from './trigram-baseline.ts';

const QUERIES = 1_000;
const HITS_AMONG = 10;
/** Above this size the slow contestants answer a part of the queries, evenly over the kinds. */
const LARGE = 200_000;

type Ask = (text: string) => Promise<FoundRow[] | null>;
type Contestant = {
  name: string;
  ask: Ask;
  queries: readonly SearchQuery[];
  times: number[][];
  hits: Map<QueryKind, number[]>;
};

/** Every n-th group of five, so that each kind stays as frequent as before. */
function part(queries: readonly SearchQuery[], of: number): SearchQuery[] {
  const kinds = Object.keys(queryKinds).length;
  return queries.filter((_, at) => Math.floor(at / kinds) % of === 0);
}

async function runOnce(one: Contestant): Promise<void> {
  const times: number[] = [];
  for (const { kind, text, isMeant } of one.queries) {
    const started = performance.now();
    const rows = await one.ask(text);
    times.push(performance.now() - started);
    if (!rows || one.times.length > 0) continue;
    const hit = rows.slice(0, HITS_AMONG).some(isMeant) ? 1 : 0;
    const ofKind = one.hits.get(kind);
    if (ofKind) ofKind.push(hit);
    else one.hits.set(kind, [hit]);
  }
  one.times.push(times);
}

/** The list as the browser asks for it: `.data` while typing, the whole document on a link or without script. */
function overHttp(client: Client, path: string): Ask {
  return async (text) => {
    const { status } = await client.send(`${path}?q=${encodeURIComponent(text)}`);
    if (status !== 200) throw new Error(`${path} was answered with ${status}`);
    return null;
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

async function measureSize(house: BenchHouse, rows: number, { runs, say }: BenchOptions): Promise<Figure[]> {
  say(`search: loading ${rows} enterprises`);
  await house.growTo(rows);
  const at = `at ${rows.toLocaleString('en')}`;
  const view = registerPermissions['enterprise.view'];
  const ask = async (text: string) => {
    const list = await read(house.services, house.actor, view, (context) =>
      enterpriseList(context, { text, filter: {}, offset: 0, limit: 50 }),
    );
    if (!list.ok) throw new Error(list.refusal.code);
    return list.value.rows;
  };
  // A copy of the services has an index of its own, and lets go of the one before: what this size takes, from nothing.
  house.services = { ...house.services };
  const before = heapInUse();
  const building = performance.now();
  await ask('');
  const buildSeconds = (performance.now() - building) / 1000;
  const indexMb = heapInUse() - before;

  const server = await startBenchServer(house);
  const owner = await ownerClient(house.ownerUrl);
  try {
    const client = await server.signIn();
    await client.send('/usaha.data');
    say(`search: ${at}, the baseline's indexes`);
    const trigrams = await makeTrigramBaseline(owner, house.office);
    const queries = searchQueries(house.population, rows, QUERIES);
    const some = part(queries, 5);
    const contestant = (name: string, ask: Ask, queries: readonly SearchQuery[]): Contestant => ({
      name,
      ask,
      queries,
      times: [],
      hits: new Map(),
    });
    const data = contestant('HTTP, while typing', overHttp(client, '/usaha.data'), queries);
    const document = contestant('HTTP, whole page', overHttp(client, '/usaha'), some);
    const inProcess = contestant('in process', ask, queries);
    const names = contestant('pg_trgm on names', trigrams.byNames, rows > LARGE ? some : queries);
    const words = contestant(
      'pg_trgm on all words',
      trigrams.byWords,
      rows > LARGE ? part(queries, 20) : some,
    );
    const all = [data, document, inProcess, names, words];
    // Once unmeasured, for compiler and caches of both sides.
    for (const one of all)
      await runOnce({ ...one, queries: part(one.queries, 4), times: [], hits: new Map() });
    for (let run = 1; run <= runs; run++) {
      say(`search: ${at}, run ${run} of ${runs}`);
      for (const one of all) await runOnce(one);
    }
    const spread = (one: Contestant) => medianSpread(one.times);
    const [faster] = [names, words].sort((a, b) => spread(a).p95 - spread(b).p95);
    const baseline = (of: 'p50' | 'p95' | 'p99') => ({
      what: `${faster!.name}, ${of}`,
      value: spread(faster!)[of],
    });
    const atMost = rows > LARGE ? 0.2 : 1;
    const figures: Figure[] = [data, document, inProcess].flatMap((one) =>
      (['p50', 'p95', 'p99'] as const).map((of) =>
        figure({
          what: `${one.name}, ${of}, ${at}`,
          unit: 'ms',
          value: spread(one)[of],
          baseline: baseline(of),
          goal: one === data && of === 'p95' ? { of: 'ratio', atMost } : undefined,
        }),
      ),
    );
    if (rows <= LARGE) {
      figures.push(
        figure({
          what: `HTTP, while typing, p95 in itself, ${at}`,
          unit: 'ms',
          value: spread(data).p95,
          goal: { of: 'value', atMost: 30 },
        }),
      );
    }
    for (const one of [names, words]) {
      figures.push(
        figure({ what: `${one.name}, p95, ${at}`, unit: 'ms', value: quantile(one.times.flat(), 0.95) }),
      );
    }
    for (const kind of Object.keys(queryKinds) as QueryKind[]) {
      figures.push(
        figure({
          what: `hit@${HITS_AMONG}, ${kind}, ${at}`,
          unit: 'share',
          value: mean(inProcess.hits.get(kind) ?? []),
          baseline: { what: faster!.name, value: mean(faster!.hits.get(kind) ?? []) },
          goal: kind === 'one typing error' ? { of: 'value', atLeast: 0.97 } : undefined,
        }),
      );
    }
    const memory = await server.memory();
    client.close();
    return [
      ...figures,
      figure({
        what: `index, memory, ${at}`,
        unit: 'MB',
        value: indexMb,
        baseline: { what: 'table and indexes of pg_trgm', value: trigrams.size },
      }),
      figure({ what: `index, built anew, ${at}`, unit: 's', value: buildSeconds }),
      figure({ what: `server, memory in all, ${at}`, unit: 'MB', value: memory }),
    ];
  } finally {
    await owner.query('drop table if exists bench_names');
    await owner.end();
    await server.stop();
  }
}

export const search: Bench = {
  name: 'search',
  description: 'typing in the register’s search box, against pg_trgm (goal 6)',
  async run(options) {
    const house = await options.house();
    const figures: Figure[] = [];
    for (const rows of options.sizes) figures.push(...(await measureSize(house, rows, options)));
    return {
      name: 'search',
      figures,
      notes: [
        `${QUERIES} queries, 200 of each kind, made from the invented register, the same every time: ${Object.entries(
          queryKinds,
        )
          .map(([kind, meaning]) => `_${kind}_ (${meaning})`)
          .join('; ')}.`,
        'Over HTTP: session, roles, audit-free read under row-level security, counts of all chips, fifty rows. pg_trgm: ten rows, nothing else.',
        'A hit: one of the first ten rows bears what was meant, or exactly what was typed. Above 200,000 pg_trgm answers a part of the queries.',
      ],
    };
  },
};
