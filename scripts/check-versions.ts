// Asserts exact versions in package.json, and the majors that an npm under an older Node would silently lower.
import { readFileSync } from 'node:fs';

const majors: Record<string, number> = {
  'react-router': 8,
  '@react-router/dev': 8,
  react: 19,
  vite: 8,
  typescript: 7,
  '@mantine/core': 9,
  hono: 4,
  zod: 4,
  'pg-boss': 12,
  'dependency-cruiser': 18,
  vitest: 5,
  commander: 15,
  flydrive: 2,
};
const kyselyAtLeast = [0, 29];

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;
const wanted = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
const problems: string[] = [];
for (const [name, version] of Object.entries(wanted)) {
  if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    problems.push(`${name}: "${version}" is not an exact version`);
}
const installed = (name: string) =>
  JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version as string;
for (const [name, major] of Object.entries(majors)) {
  if (Number(installed(name).split('.')[0]) !== major)
    problems.push(`${name}: ${installed(name)} installed, major ${major} expected`);
}
const [, minor = 0] = installed('kysely').split('.').map(Number);
if (minor < (kyselyAtLeast[1] ?? 0))
  problems.push(`kysely: ${installed('kysely')} installed, 0.29 or later expected`);
if (!process.version.startsWith('v24.')) problems.push(`running on Node ${process.version}, 24 expected`);
for (const problem of problems) console.error(problem);
console.log(`${Object.keys(wanted).length} exact versions, ${Object.keys(majors).length + 1} majors checked`);
process.exit(problems.length === 0 ? 0 : 1);
