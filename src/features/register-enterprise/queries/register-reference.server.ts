import { z } from 'zod';
import type { QueryContext } from '#platform/command.server.ts';
import { listAreasWithin } from '../api-list-store.server.ts';
import { listSourceLists } from '../enterprise-list-store.server.ts';
import { listGroups } from '../group-store.server.ts';
import { kbliSearch } from './kbli-search.server.ts';

const text = z.string();
const listOf = <Row extends z.ZodType>(row: Row) => z.strictObject({ items: z.array(row) });

export const areasShape = listOf(z.strictObject({ areaCode: text, level: text, name: text }));
/** Areas directly within another (Kemendagri codes); within the office's own regency or city when none is named. */
export async function areas({ trx, officeCode }: QueryContext, parent: string | undefined) {
  return { items: await listAreasWithin(trx, parent ?? officeCode) };
}

export const kbliHitsShape = listOf(
  z.strictObject({
    kbli: text.meta({ description: 'version:code, as an enterprise takes it' }),
    title: text,
  }),
);
export async function kbliHits(context: QueryContext, words: string) {
  const hits = await kbliSearch(context, words);
  return { items: hits.map(({ code, title }) => ({ kbli: `2025:${code}`, title })) };
}

export const groupsShape = listOf(
  z.strictObject({ groupId: text, kind: text, name: text, mentor: text.optional() }),
);
export async function groups({ trx, officeCode }: QueryContext) {
  return {
    items: (await listGroups(trx, officeCode)).map(({ groupId, kind, name, mentor }) => ({
      groupId,
      kind,
      name,
      mentor,
    })),
  };
}

export const sourcesShape = listOf(
  z.strictObject({ sourceListId: text, name: text, kind: text, asOf: text }),
);
export async function sources({ trx, officeCode }: QueryContext) {
  return { items: await listSourceLists(trx, officeCode) };
}
