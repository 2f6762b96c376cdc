// npm run check: everything that is checked besides running the tests.
import { ensureBuilt, ensureInstalled, runTool } from './bootstrap.mjs';

ensureInstalled();
const steps = [
  [
    'format and lint (Biome)',
    () => runTool({ package: '@biomejs/biome', bin: 'biome' }, ['ci', '--diagnostic-level=error', '.']),
  ],
  ['route types', () => runTool({ package: '@react-router/dev', bin: 'react-router' }, ['typegen'])],
  ['types (tsc)', () => runTool({ package: 'typescript', bin: 'tsc' }, ['-p', '.', '--noEmit'])],
  ['unused code (knip)', () => runTool('knip', ['--no-progress'])],
  ['import rules', () => runTool('tsx', ['scripts/check-imports.ts'])],
  ['table types are current', () => runTool('tsx', ['scripts/generate-tables.ts', '--check'])],
  ['versions', () => runTool('tsx', ['scripts/check-versions.ts'])],
  ['generated documents are current', () => runTool('tsx', ['scripts/generate-docs.ts', '--check'])],
  ['build', () => (ensureBuilt(), 0)],
];
let failed = 0;
for (const [name, step] of steps) {
  const status = step();
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name}`);
  if (status !== 0) failed += 1;
}
console.log(`${steps.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
