import type { QueryContext } from '#platform/command.server.ts';
import { listShapes } from '../shape-store.server.ts';

/** How many outlines are loaded, from where and when; null where there are none. */
export async function loadedOutlines({
  trx,
  officeCode,
}: QueryContext): Promise<{ count: number; source: string; at: number } | null> {
  const shapes = await listShapes(trx, officeCode);
  const [first] = shapes;
  return first ? { count: shapes.length, source: first.source, at: first.loadedAt.getTime() } : null;
}
