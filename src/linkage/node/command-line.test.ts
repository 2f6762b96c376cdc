import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { runLinkageCommandLine } from './command-line.ts';
import { csvOf, inFolder, inventedPeople, peopleSettings } from './factory.ts';

vi.setConfig({ testTimeout: 60_000 });

const folder = inFolder();
const people = inventedPeople(600);
const list = folder.file('people.csv', csvOf(people.names, people.rows));
const settings = folder.file('settings.json', JSON.stringify(peopleSettings));
const truth = folder.file(
  'truth.csv',
  csvOf(
    ['id', 'cluster'],
    people.rows.map((row, at) => [row[0]!, people.clusters[at]!]),
  ),
);
const half = people.rows.length / 2;
const renumbered = (rows: readonly string[][]) => rows.map(([, ...facts], at) => [String(at), ...facts]);
const left = folder.file(
  'left.csv',
  csvOf(people.names, renumbered(people.rows.filter((_, at) => at % 2 === 0))),
);
const right = folder.file(
  'right.csv',
  csvOf(people.names, renumbered(people.rows.filter((_, at) => at % 2 === 1))),
);

async function run(...words: string[]) {
  let stdout = '';
  let stderr = '';
  const code = await runLinkageCommandLine(words, {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
  });
  return { code, stdout, stderr };
}

const dedupe = (...words: string[]) => run('dedupe', '--input', list, '--settings', settings, ...words);
const rowsOf = (path: string) =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
const lastJson = (text: string) => JSON.parse(text.trimEnd().split('\n').at(-1)!);

test('pairs at or above the threshold and the cluster of every record are written', async () => {
  const [out, clusters] = [folder.path('pairs.csv'), folder.path('clusters.csv')];
  const { code, stdout } = await dedupe('--out', out, '--clusters', clusters, '--threshold', '0.9');
  expect(code).toBe(0);
  expect(stdout).toContain('records: 600');
  const [head, ...pairs] = rowsOf(out);
  expect(head).toEqual(['left', 'right', 'weight', 'probability']);
  expect(pairs.length).toBeGreaterThan(100);
  expect(pairs.every(([, , weight, p]) => Number(p) >= 0.9 && Number(weight) > 3)).toBe(true);
  const members = rowsOf(clusters);
  expect(members[0]).toEqual(['id', 'cluster']);
  expect(members.slice(1).map(([id]) => id)).toEqual(people.rows.map(([id]) => id));
  const clusterOf = new Map(members.map(([id, cluster]) => [id, cluster]));
  const [one, other] = pairs[0]!;
  expect(clusterOf.get(one!)).toBe(clusterOf.get(other!));
});

test('pairs below the threshold are written when asked for', async () => {
  const [few, many] = [folder.path('few.csv'), folder.path('many.csv')];
  await dedupe('--out', few);
  await dedupe('--out', many, '--keep', '0.02');
  expect(rowsOf(many).length).toBeGreaterThan(rowsOf(few).length);
});

test('held against the truth, the last thing said is one JSON object', async () => {
  const { code, stdout } = await dedupe('--evaluate', truth, '--curve', '--threads', '1');
  expect(code).toBe(0);
  const report = lastJson(stdout);
  expect(report).toMatchObject({ rows: 600, possible_pairs: 179_700, threshold: 0.95, threads: 1, held: 0 });
  expect(report.pairs_per_record).toBeCloseTo(report.compared_pairs / 600);
  expect(report.blocking_recall).toBeGreaterThan(0.9);
  expect(report.pairwise.recall).toBeLessThanOrEqual(report.blocking_recall);
  expect(report.cluster.f1).toBeGreaterThan(0.8);
  expect(report.best.f1).toBeGreaterThanOrEqual(report.pairwise.f1);
  const point = report.curve.find((one: { threshold: number }) => one.threshold === 0.95);
  expect(point).toEqual({ threshold: 0.95, pairwise: report.pairwise, cluster: report.cluster });
  for (const step of [
    'read',
    'blocking',
    'strangers',
    'comparing',
    'learning',
    'weighing',
    'clustering',
    'total',
  ])
    expect(report.seconds[step]).toBeGreaterThanOrEqual(0);
});

test('the truth may also be told in pairs, whose sets are closed', async () => {
  const sets = Map.groupBy(people.rows.keys(), (at) => people.clusters[at]!);
  const chains = [...sets.values()].flatMap((records) =>
    records.slice(1).map((record, at) => [`p${records[at]}`, `p${record}`]),
  );
  const pairs = folder.file('true-pairs.csv', csvOf(['left', 'right'], chains));
  const bySets = lastJson((await dedupe('--evaluate', truth)).stdout);
  const byPairs = lastJson((await dedupe('--evaluate', pairs)).stdout);
  expect(byPairs.true_pairs).toBe(bySets.true_pairs);
  expect([byPairs.pairwise, byPairs.cluster]).toEqual([bySets.pairwise, bySets.cluster]);
});

test('what was learned is used again and gives the same pairs', async () => {
  const [model, first, second] = ['model.json', 'first.csv', 'second.csv'].map(folder.path) as [
    string,
    string,
    string,
  ];
  await dedupe('--model-out', model, '--out', first);
  expect((await run('dedupe', '--input', list, '--model', model, '--out', second)).code).toBe(0);
  expect(rowsOf(second)).toEqual(rowsOf(first));
  const explained = await run('dedupe', '--input', list, '--model', model, '--explain', 'p0', 'p1');
  expect(explained.stdout).toMatch(/^comparison .*\nprior .*\nfamily .*\nprobability [\d.e-]+\n$/s);
});

test('a model that was learned for other comparisons is refused', async () => {
  const model = folder.path('other-model.json');
  await dedupe('--model-out', model);
  const fewer = { ...peopleSettings, comparisons: peopleSettings.comparisons.slice(1) };
  const other = folder.file('fewer.json', JSON.stringify(fewer));
  const { code, stderr } = await run('dedupe', '--input', list, '--settings', other, '--model', model);
  expect([code, stderr]).toEqual([1, expect.stringContaining('other comparisons: given')]);
});

test('judged pairs change what is learned', async () => {
  const [model, taught] = ['untaught.json', 'taught.json'].map(folder.path) as [string, string];
  const sets = Map.groupBy(people.rows.keys(), (at) => people.clusters[at]!);
  const judged = [...sets.values()]
    .filter(({ length }) => length > 1)
    .map(([one, other]) => [`p${one}`, `p${other}`, 1]);
  const labels = folder.file('labels.csv', csvOf(['left', 'right', 'match'], judged));
  await dedupe('--model-out', model);
  expect((await dedupe('--model-out', taught, '--labels', labels)).code).toBe(0);
  expect(readFileSync(taught, 'utf8')).not.toBe(readFileSync(model, 'utf8'));
});

test('without settings they are chosen from the data, and can be kept', async () => {
  const kept = folder.path('chosen.json');
  const { code, stdout } = await run(
    ...['dedupe', '--input', list, '--auto', '--ignore', 'town', '--settings-out', kept, '--evaluate', truth],
  );
  expect(code).toBe(0);
  expect(lastJson(stdout).cluster.f1).toBeGreaterThan(0.7);
  const chosen = readFileSync(kept, 'utf8');
  expect(chosen).toContain('family');
  expect(chosen).not.toContain('town');
});

test('two lists that use the same ids are linked side by side', async () => {
  const [out, clusters] = [folder.path('linked.csv'), folder.path('sides.csv')];
  const across = people.rows.flatMap((_, at) =>
    at % 2 === 0
      ? people.rows.flatMap((__, to) =>
          to % 2 === 1 && people.clusters[at] === people.clusters[to] ? [[at / 2, (to - 1) / 2]] : [],
        )
      : [],
  );
  const pairs = folder.file('across.csv', csvOf(['left', 'right'], across));
  const words = ['--left', left, '--right', right, '--settings', settings, '--evaluate', pairs];
  const { code, stdout } = await run('link', ...words, '--out', out, '--clusters', clusters);
  expect(code).toBe(0);
  const report = lastJson(stdout);
  expect(report).toMatchObject({ rows: 600, possible_pairs: half * half, true_pairs: across.length });
  expect(report.pairwise.f1).toBeGreaterThan(0.7);
  const [head, ...members] = rowsOf(clusters);
  expect(head).toEqual(['id', 'cluster', 'side']);
  expect(members.filter(([id]) => id === '0').map(([, , side]) => side)).toEqual(['left', 'right']);
  const both = lastJson((await run('link', ...words, '--both')).stdout);
  expect(both.possible_pairs).toBe(179_700);
  expect(both.compared_pairs).toBeGreaterThan(report.compared_pairs);
});

test('one thread and two write the same', async () => {
  // So many strangers that threads are worth their start.
  const many = folder.file('many.json', JSON.stringify({ ...peopleSettings, samplePairs: 500_000 }));
  const [one, two] = [folder.path('one.csv'), folder.path('two.csv')];
  const words = ['dedupe', '--input', list, '--settings', many];
  expect((await run(...words, '--out', one, '--threads', '1')).stdout).toContain('1 thread');
  expect((await run(...words, '--out', two, '--threads', '2')).stdout).toContain('2 thread');
  expect(readFileSync(two, 'utf8')).toBe(readFileSync(one, 'utf8'));
});

test.each([
  [['--settings', 'nothing.json'], 1, 'nothing.json cannot be read'],
  [['--settings', list], 1, 'is no JSON'],
  [['--settings', folder.file('empty.json', '{"comparisons":[],"blocking":["town"]}')], 1, 'comparisons:'],
  [
    ['--settings', folder.file('wrong.json', '{"comparisons":[{"column":"nik"}],"blocking":["town"]}')],
    1,
    'given, family',
  ],
  [
    ['--settings', folder.file('block.json', '{"comparisons":[{"column":"town"}],"blocking":["nik"]}')],
    1,
    'given, family',
  ],
  [[], 1, '--settings, --auto'],
  [['--auto', '--id', 'nik'], 1, 'no id column "nik"'],
  [['--settings', settings, '--explain', 'p0'], 1, 'two ids'],
  [['--settings', settings, '--explain', 'p0', 'nobody'], 1, 'no id "nobody"'],
  [['--settings', settings, '--out', folder.path('no/where.csv')], 1, 'cannot be written'],
  [['--settings', settings, '--evaluate', list], 1, 'id,cluster'],
  [['--settings', settings, '--threshold', '2'], 2, 'between 0 and 1'],
  [['--sttings', settings], 2, 'unknown option'],
])('what is wrong is said in plain words: %j', async (words, expected, said) => {
  const { code, stderr } = await run('dedupe', '--input', list, ...words);
  expect([code, stderr]).toEqual([expected, expect.stringContaining(said)]);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('cancelled work ends with 130 and says so', async () => {
  const controller = new AbortController();
  let stderr = '';
  const code = await runLinkageCommandLine(['dedupe', '--input', list, '--settings', settings], {
    stdout: { write: () => undefined },
    stderr: {
      write(text) {
        stderr += text;
        if (text.includes('comparing')) controller.abort();
      },
    },
    signal: controller.signal,
  });
  expect([code, stderr]).toEqual([130, expect.stringContaining('Cancelled')]);
});

test.each([['--help'], ['dedupe', '--help'], ['link', '--help']])(
  'help is there: %s %s',
  async (...words) => {
    const { code, stdout } = await run(...words.filter((word) => word !== undefined));
    expect([code, stdout]).toEqual([0, expect.stringContaining('Usage: linkage')]);
  },
);
