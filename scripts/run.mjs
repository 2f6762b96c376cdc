// npm run gawangan | linkage | bench | build: install and build first, then the command with the pinned Node.
import { spawnSync } from 'node:child_process';
import { ensureBuilt, ensureInstalled, pinnedNode, root, toolEnv } from './bootstrap.mjs';

const [what, ...args] = process.argv.slice(2);
ensureInstalled();
if (what === 'build') {
  ensureBuilt();
  process.exit(0);
}
// More room for young values, as the worker has it: a long import makes millions of them.
const roomy = '--max-semi-space-size=128';
const programs = {
  cli: [roomy, 'build/server/cli.js'],
  linkage: [roomy, 'build/server/linkage.js'],
  bench: [roomy, '--import', 'tsx', 'bench/run.ts'],
};
ensureBuilt();
const result = spawnSync(pinnedNode(), [...programs[what], ...args], {
  cwd: root,
  stdio: 'inherit',
  env: toolEnv({ NODE_ENV: 'production' }),
});
process.exit(result.status ?? 1);
