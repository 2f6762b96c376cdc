import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import {
  applyImport,
  bringInContent,
  confirmMapping,
  type ImportPage,
  importPage,
  importPermissions,
  mappingOf,
  workOnList,
} from '#features/import-list/index.server.ts';
import { must } from '#kernel/refusal.ts';
import { execute, inOneTransaction, read } from '#platform/command.server.ts';
import { writeCsv } from '#platform/spreadsheet/write-csv.ts';
import { writeWorkbook } from '#platform/spreadsheet/write-workbook.ts';
import { generateList, type SampleListRow } from '#sample/generate-list.ts';
import { SAMPLE_SEED, sampleReference } from '../src/demo/load-sample.server.ts';
import { type Bench, figure } from './bench.ts';
import { type BenchHouse, openBenchHouse } from './bench-house.ts';
import { copySeconds } from './copy-baseline.ts';
import { heapInUse } from './heap.ts';

const REGISTER = 23_000;
const MOST = 200_000;
const OVERLAP = 0.2;
const asOf = '2026-01-01';

type Timed = {
  readonly steps: Readonly<Record<string, number>>;
  readonly page: ImportPage;
  readonly memory: number;
};

/** A list of invented people, a fifth of them on the register, of the usual mess. */
async function writeLists(house: BenchHouse, rows: number): Promise<Record<'csv' | 'xlsx', string>> {
  const reference = await inOneTransaction(house.services, house.actor, ({ trx }) =>
    sampleReference(trx, house.office),
  );
  const list = () =>
    generateList({
      officeCode: house.office,
      kind: 'bpum',
      rows,
      overlap: OVERLAP,
      mess: 'medium',
      seed: 3,
      against: { seed: SAMPLE_SEED, rows: REGISTER },
      ...reference,
    });
  const cells = function* () {
    for (const row of list()) yield row.cells;
  };
  const { header } = list().next().value as SampleListRow;
  const paths = { csv: join(house.dataFolder, 'bpum.csv'), xlsx: join(house.dataFolder, 'bpum.xlsx') };
  await writeCsv(paths.csv, { titles: [...header], rows: cells() });
  await writeWorkbook(paths.xlsx, [
    { name: 'BPUM', columns: header.map((title) => ({ title })), rows: cells() },
  ]);
  return paths;
}

/** The whole way of a list into the register, each stretch of it timed, with the memory it took at most. */
async function bringIn({ services, actor }: BenchHouse, path: string): Promise<Timed> {
  const steps: Record<string, number> = {};
  const timed = async <Value>(name: string, work: () => Promise<Value>): Promise<Value> => {
    const started = performance.now();
    const value = await work();
    steps[name] = (performance.now() - started) / 1000;
    return value;
  };
  heapInUse();
  const idle = process.memoryUsage().rss;
  let peak = idle;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 25);
  const { importId } = await timed('upload', async () =>
    must(
      await bringInContent(services, actor, {
        facts: { name: 'BPUM', kind: 'bpum', asOf },
        content: { stream: createReadStream(path), originalName: path },
        entry: 'file',
      }),
    ),
  );
  const look = async () =>
    must(
      await read(services, actor, importPermissions['list.view'], (context) =>
        importPage(context, importId, { filter: null, list: null }),
      ),
    )!;
  await timed('inspect', () => workOnList(services, actor.officeCode, importId));
  const { mapping } = await look();
  must(
    await execute(services, actor, confirmMapping, {
      importId,
      columns: mappingOf(mapping!.columns),
      kbliVersion: '2025',
      figureYear: 2026,
    }),
  );
  await timed('check', () => workOnList(services, actor.officeCode, importId));
  must(await execute(services, actor, applyImport, { importId }));
  await timed('save', () => workOnList(services, actor.officeCode, importId));
  clearInterval(watch);
  return { steps, page: await look(), memory: (peak - idle) / 1024 / 1024 };
}

export const importBench: Bench = {
  name: 'import',
  description: 'a whole list into the register, CSV and XLSX, against COPY of the same rows (goal 5)',
  async run({ sizes, say }) {
    const rows = Math.min(MOST, sizes.at(-1) ?? 105_000);
    const figures = [];
    const notes: string[] = [];
    for (const kind of ['csv', 'xlsx'] as const) {
      const house = await openBenchHouse(say);
      try {
        await house.growTo(REGISTER);
        const paths = await writeLists(house, rows);
        say(`  ${rows} rows as ${kind}`);
        const { steps, page, memory } = await bringIn(house, paths[kind]);
        const whole = Object.values(steps).reduce((sum, seconds) => sum + seconds, 0);
        const copy = await copySeconds(house, page);
        figures.push(
          figure({
            what: `${rows} rows from ${kind}, upload to saved`,
            unit: 's',
            value: whole,
            baseline: { what: `COPY of the ${copy.rows} rows that it writes`, value: copy.seconds },
            goal: { of: 'ratio', atMost: 3 },
          }),
          figure({
            what: `${kind}: memory above idle`,
            unit: 'MB',
            value: memory,
            goal: { of: 'value', atMost: 600 },
          }),
        );
        if (rows === 105_000)
          figures.push(
            figure({
              what: `${kind}: 105,000 rows within 45 s`,
              unit: 's',
              value: whole,
              goal: { of: 'value', atMost: 45 },
            }),
          );
        const { dispositions, actions } = page.counts!;
        notes.push(
          `${kind}: ${Object.entries(steps)
            .map(([name, seconds]) => `${name} ${seconds.toFixed(1)} s`)
            .join(
              ', ',
            )}; ${dispositions.ready} ready, ${dispositions.needs_mending} to be mended, ${actions?.new} new, ${actions?.changed} changed`,
        );
      } finally {
        await house.close();
      }
    }
    return { name: 'import', figures, notes };
  },
};
