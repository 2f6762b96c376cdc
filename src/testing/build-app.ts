import { execFileSync } from 'node:child_process';

/** Builds the programs when a source is newer than the last build, once for all test files that start them. */
export default function buildApp(): void {
  execFileSync(process.execPath, ['scripts/run.mjs', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
}
