// Writes docs/generated (permission matrix, tables, routes) from the code, or with --check says whether it is current.
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { RouteConfigEntry } from '@react-router/dev/routes';
import { type Permission, roles } from '#kernel/actor.ts';

const check = process.argv.includes('--check');
const stale: string[] = [];

function write(name: string, text: string): void {
  const path = `docs/generated/${name}`;
  let before = '';
  try {
    before = readFileSync(path, 'utf8');
  } catch {
    // Not written before.
  }
  if (before === text) return;
  if (check) stale.push(path);
  else {
    mkdirSync('docs/generated', { recursive: true });
    writeFileSync(path, text);
  }
}

async function permissionMatrix(): Promise<string> {
  const lines = [
    '# Who may do what',
    '',
    'Made from the `permissions.ts` of each slice. A role holds within its scope: office, district, village, group, or one’s own record.',
    '',
  ];
  lines.push(`| Permission | ${roles.join(' | ')} |`, `|---|${roles.map(() => ':-:').join('|')}|`);
  for (const file of globSync('src/features/*/permissions.ts').sort()) {
    const slice = file.split('/')[2];
    const module = (await import(pathToFileURL(file).href)) as Record<string, Record<string, Permission>>;
    lines.push(`| **${slice}** | ${roles.map(() => '').join(' | ')} |`);
    for (const permission of Object.values(module).flatMap((table) => Object.values(table))) {
      lines.push(
        `| \`${permission.name}\` | ${roles.map((role) => (permission.roles.includes(role) ? '●' : '')).join(' | ')} |`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

async function siteMap(): Promise<string> {
  const { default: routes } = (await import('../src/routes.ts')) as { default: RouteConfigEntry[] };
  const lines = ['# Pages', '', 'Made from `src/routes.ts`.', '', '| Address | Route |', '|---|---|'];
  const walk = (entries: readonly RouteConfigEntry[]) => {
    for (const entry of entries) {
      if (entry.path !== undefined || entry.index)
        lines.push(`| \`/${entry.path ?? ''}\` | \`${entry.file}\` |`);
      walk(entry.children ?? []);
    }
  };
  walk(routes);
  return `${lines.join('\n')}\n`;
}

function tables(): string {
  const text = readFileSync('src/platform/db/tables.ts', 'utf8');
  const lines = [
    '# Tables',
    '',
    'Made from the migrated database (`src/platform/db/tables.ts`); what each is for stands in `migrations/`.',
    '',
  ];
  for (const [, name, body = ''] of text.matchAll(/export interface (\w+) \{\n([\s\S]*?)\n\}/g)) {
    if (name === 'DB') continue;
    lines.push(`## ${name?.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase()}`, '');
    for (const [, column, type] of body.matchAll(/^ {2}(\w+): (.*);$/gm)) {
      lines.push(
        `- \`${column?.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}\` ${type?.replace(/Generated<(.*)>/, '$1, with default')}`,
      );
    }
    lines.push('');
  }
  return lines.join('\n');
}

write('permissions.md', await permissionMatrix());
write('routes.md', await siteMap());
write('tables.md', tables());
for (const path of stale) console.error(`${path} is out of date: run npm run docs`);
console.log(check ? `${3 - stale.length} of 3 documents current` : 'docs/generated written');
process.exit(stale.length === 0 ? 0 : 1);
