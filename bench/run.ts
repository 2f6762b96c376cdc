// npm run bench -- <name> [--json]: measures what stands in `benches`, each against its baseline in the same run.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '#platform/project-root.ts';
import type { Bench, BenchResult } from './bench.ts';
import { type BenchHouse, openBenchHouse } from './bench-house.ts';
import { eligibility } from './eligibility.ts';
import { fieldApp } from './field-app.ts';
import { http } from './http.ts';
import { importBench } from './import.ts';
import { linkage } from './linkage.ts';
import { ownerClient } from './owner-client.ts';
import { pages } from './pages.ts';
import { asMarkdown, asText, describeMachine } from './results.ts';
import { search } from './search.ts';
import { selection } from './selection.ts';
import { sync } from './sync.ts';

/** In the order in which `all` runs them: those that need the smallest register first. */
const benches: readonly Bench[] = [
  pages,
  http,
  search,
  importBench,
  linkage,
  sync,
  fieldApp,
  eligibility,
  selection,
];

const FULL = 1_000_000;
const help = `npm run bench -- <name> [options]

  all       every bench below; writes bench/RESULTS.md
${benches.map(({ name, description }) => `  ${name.padEnd(9)} ${description}`).join('\n')}

  --rows <n,…>   sizes of the register (default 23000,105000)
  --full         ${FULL.toLocaleString('en')} enterprises as well: takes half an hour and 6 GB of disk
  --runs <n>     how often each figure is taken; the median counts (default 3)
  --linkage-data <folder>   public sets of people to link (default $GAWANGAN_LINKAGE_DATA); Splink runs
                 beside where $GAWANGAN_PYTHON is a Python that has it
  --phones <n>   phones of sync (default 300), with --submissions <n> (25) and --photos <n> (50) each a day
  --json         one JSON object on standard output
  --help         this text`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string', default: '23000,105000' },
    full: { type: 'boolean', default: false },
    runs: { type: 'string', default: '3' },
    'linkage-data': { type: 'string', default: process.env.GAWANGAN_LINKAGE_DATA },
    phones: { type: 'string', default: '300' },
    submissions: { type: 'string', default: '25' },
    photos: { type: 'string', default: '50' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const wholeNumbers = (text: string) =>
  text
    .split(',')
    .map(Number)
    .filter((n) => Number.isInteger(n) && n > 0);
const say = (line: string) => process.stderr.write(`${line}\n`);

async function describeDatabase({ ownerUrl }: BenchHouse): Promise<string> {
  const client = await ownerClient(ownerUrl);
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  await client.end();
  return `PostgreSQL ${rows[0]!.server_version}, embedded, fsync on`;
}

async function main(): Promise<number> {
  const [name, ...rest] = positionals;
  const chosen = name === 'all' ? benches : benches.filter((one) => one.name === name);
  const sizes = [...new Set([...wholeNumbers(values.rows), ...(values.full ? [FULL] : [])])].sort(
    (a, b) => a - b,
  );
  const [runs] = wholeNumbers(values.runs);
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (chosen.length === 0 || rest.length > 0 || sizes.length === 0 || !runs) {
    say(help);
    return 2;
  }
  let opening: Promise<BenchHouse> | undefined;
  const house = () => {
    opening ??= openBenchHouse(say);
    return opening;
  };
  const leave = () => void opening?.then((one) => one.close()).finally(() => process.exit(1));
  process.once('SIGINT', leave);
  process.once('SIGTERM', leave);
  try {
    const results: BenchResult[] = [];
    const linkageOptions = { dataFolder: values['linkage-data'], python: process.env.GAWANGAN_PYTHON };
    const syncOptions = {
      phones: Number(values.phones),
      submissions: Number(values.submissions),
      photos: Number(values.photos),
    };
    for (const one of chosen)
      results.push(await one.run({ house, sizes, runs, say, linkage: linkageOptions, sync: syncOptions }));
    const machine = describeMachine(opening ? await describeDatabase(await opening) : 'no database');
    if (name === 'all') {
      const command = `npm run bench -- ${process.argv.slice(2).join(' ')}`;
      await writeFile(join(projectRoot(), 'bench/RESULTS.md'), asMarkdown(results, machine, command));
    }
    console.log(values.json ? JSON.stringify({ machine, results }) : asText(results));
    return 0;
  } finally {
    if (opening) await (await opening).close();
  }
}

process.exitCode = await main().catch((error) => {
  console.error(error);
  return 1;
});
