import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '#platform/project-root.ts';

export type ServedRoute = { pattern: string; hasAction: boolean; isPage: boolean };
type Entry = {
  parentId?: string;
  path?: string;
  index?: boolean;
  hasAction: boolean;
  hasDefaultExport: boolean;
};

/** Every address of the built site, as the manifest that browsers get lists them: `/usaha/:enterpriseId`. */
export async function servedRoutes(): Promise<ServedRoute[]> {
  const folder = join(projectRoot(), 'build/client/assets');
  const file = (await readdir(folder)).find((name) => /^manifest-.*\.js$/.test(name)) ?? '';
  const text = await readFile(join(folder, file), 'utf8');
  const json = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
  const { routes } = JSON.parse(json) as { routes: Record<string, Entry> };
  const pathOf = (entry: Entry): string => {
    const above = entry.parentId ? pathOf(routes[entry.parentId] as Entry) : '';
    return entry.path ? `${above}/${entry.path}` : above;
  };
  return Object.values(routes)
    .filter((entry) => entry.path || entry.index)
    .map((entry) => ({
      pattern: pathOf(entry) || '/',
      hasAction: entry.hasAction,
      isPage: entry.hasDefaultExport,
    }));
}
