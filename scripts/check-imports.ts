// Checks the import rules of .dependency-cruiser.mjs, and first that they bite: forbidden imports are planted in a
// copy of the floor plan and each must be reported.
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

type Cruised = {
  modules: { source: string }[];
  summary: { violations: { from: string; to: string; rule: { name: string } }[] };
};

const cruiser = realpathSync('node_modules/.bin/depcruise');
const config = resolve('.dependency-cruiser.mjs');

function cruise(folder: string): Cruised {
  const run = spawnSync(process.execPath, [cruiser, '--config', config, '--output-type', 'json', 'src'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (!run.stdout.startsWith('{')) throw new Error(run.stderr || run.stdout);
  return JSON.parse(run.stdout) as Cruised;
}

/** file → [what it imports, the rule that must report it] */
const plants: Record<string, { imports: string; rule: string; typeOnly?: boolean }> = {
  'src/kernel/a.ts': { imports: '../platform/log.ts', rule: 'kernel-is-pure' },
  'src/kernel/b.ts': { imports: '../platform/log.ts', rule: 'kernel-is-pure', typeOnly: true },
  'src/kernel/c.ts': { imports: 'node:fs', rule: 'pure-rooms-do-no-io' },
  'src/ui/a.tsx': { imports: '../platform/log.ts', rule: 'ui-knows-no-business' },
  'src/ui/b.tsx': { imports: '../platform/log.ts', rule: 'ui-knows-no-business', typeOnly: true },
  'src/linkage/a.ts': { imports: '../kernel/money.ts', rule: 'linkage-knows-no-enterprises' },
  'src/linkage/b.ts': { imports: 'node:fs', rule: 'pure-rooms-do-no-io' },
  'src/linkage/c.ts': { imports: './node/read-csv.ts', rule: 'linkage-engine-is-pure' },
  'src/linkage/node/a.ts': { imports: '../../kernel/money.ts', rule: 'linkage-knows-no-enterprises' },
  'src/likeness/a.ts': { imports: '../platform/log.ts', rule: 'likeness-is-pure' },
  'src/likeness/b.ts': { imports: 'node:fs', rule: 'pure-rooms-do-no-io' },
  'src/linkage/d.ts': { imports: '../likeness/c.ts', rule: 'linkage-knows-no-enterprises' },
  'src/questionnaire/a.ts': { imports: '../platform/log.ts', rule: 'questionnaire-is-pure', typeOnly: true },
  'src/questionnaire/b.ts': { imports: 'node:fs', rule: 'pure-rooms-do-no-io' },
  'src/attendance-app/a.tsx': { imports: '../platform/log.ts', rule: 'attendance-app-runs-on-phones' },
  'src/field-app/a.tsx': { imports: '../platform/log.ts', rule: 'field-app-runs-on-phones', typeOnly: true },
  'src/platform/a.ts': { imports: '../features/sign-in/index.server.ts', rule: 'platform-knows-no-business' },
  'src/features/register-enterprise/rules/a.ts': { imports: '../../../platform/log.ts', rule: 'rules' },
  'src/features/register-enterprise/commands/a.server.ts': {
    imports: '../../../platform/db/migrate.server.ts',
    rule: 'commands-and-queries',
  },
  'src/features/register-enterprise/commands/b.server.ts': {
    imports: '../../sign-in/store.server.ts',
    rule: 'slices-only-by-the-door',
  },
  'src/features/register-enterprise/commands/c.server.ts': {
    imports: '../../import-list/index.server.ts',
    rule: 'register-enterprise-calls-only-earlier-slices',
    typeOnly: true,
  },
  'src/features/register-enterprise/screens/a.tsx': { imports: '../store.server.ts', rule: 'screens' },
  'src/features/register-enterprise/screens/b.tsx': {
    imports: '../store.server.ts',
    rule: 'screens',
    typeOnly: true,
  },
  'src/features/register-enterprise/routes/a.tsx': { imports: '../store.server.ts', rule: 'routes' },
  'src/features/register-enterprise/store.server.ts': { imports: '../../platform/log.ts', rule: 'store' },
  'src/features/sign-in/commands/a.server.ts': {
    imports: '../../../testing/an-office.ts',
    rule: 'testing-only-in-tests-and-seeds',
  },
};
const targets = [
  'src/platform/log.ts',
  'src/platform/db/migrate.server.ts',
  'src/kernel/money.ts',
  'src/linkage/node/read-csv.ts',
  'src/likeness/c.ts',
  'src/testing/an-office.ts',
  'src/features/sign-in/index.server.ts',
  'src/features/sign-in/store.server.ts',
  'src/features/import-list/index.server.ts',
];

const garden = mkdtempSync(join(tmpdir(), 'gawangan-imports-'));
const plant = (path: string, text: string) => {
  mkdirSync(dirname(join(garden, path)), { recursive: true });
  writeFileSync(join(garden, path), text);
};
writeFileSync(join(garden, 'package.json'), '{"type":"module"}');
for (const path of targets) plant(path, 'export const thing = 1;\nexport type Thing = number;\n');
for (const [path, { imports, typeOnly }] of Object.entries(plants)) {
  const what = imports.startsWith('node:') ? 'readFileSync as thing' : typeOnly ? 'type Thing' : 'thing';
  const use = typeOnly ? 'export type Used = Thing;' : 'export const used = thing;';
  if (!targets.includes(path))
    plant(path, `import ${typeOnly ? 'type { Thing }' : `{ ${what} }`} from '${imports}';\n${use}\n`);
  else
    plant(
      path,
      `import { thing as other } from '${imports}';\nexport const thing = other;\nexport type Thing = number;\n`,
    );
}
const found = cruise(garden).summary.violations;
rmSync(garden, { recursive: true, force: true });
const asleep = Object.entries(plants).filter(
  ([path, { rule }]) => !found.some((one) => one.from === path && one.rule.name === rule),
);
for (const [path, { rule, imports }] of asleep)
  console.error(`rule "${rule}" did not report ${path} → ${imports}`);

const real = cruise('.');
const sources = globSync('src/**/*.{ts,tsx}');
const cruised = new Set(real.modules.map((one) => one.source));
const missed = sources.filter((path) => !cruised.has(path.replaceAll('\\', '/')) && !path.endsWith('.d.ts'));
for (const path of missed) console.error(`not cruised: ${path}`);
for (const { from, to, rule } of real.summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
console.log(
  `${Object.keys(plants).length - asleep.length} of ${Object.keys(plants).length} planted imports reported; ${sources.length} files, ${real.summary.violations.length} violations`,
);
process.exit(asleep.length + missed.length + real.summary.violations.length === 0 ? 0 : 1);
