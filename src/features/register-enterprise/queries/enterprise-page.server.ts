import { z } from 'zod';
import type { QueryContext } from '#platform/command.server.ts';
import { listEnterpriseIdsAfter } from '../api-list-store.server.ts';
import { listEnterprisesByIds } from '../enterprise-list-store.server.ts';
import type { FacetFilter } from '../rules/register-index.ts';
import { withinOf } from '../rules/scope.ts';
import { searchRegister } from './register-search.server.ts';

const text = z.string();
const rowShape = z
  .strictObject({
    enterpriseId: text,
    name: text,
    brand: text.optional(),
    ownerName: text.optional(),
    sector: text,
    standing: text,
    operation: text,
    scale: text.optional(),
    villageCode: text.optional(),
    villageName: text.optional(),
    districtName: text.optional(),
    rt: text.optional(),
    rw: text.optional(),
    nibAnswer: text,
    nib: text.optional(),
    phoneHint: text.optional().meta({ description: 'Masked' }),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'EnterpriseRow' });

export const enterprisePageShape = z.strictObject({
  items: z.array(rowShape),
  nextCursor: text.optional().meta({ description: 'Absent on the last page' }),
  total: z.strictObject({ enterprises: z.int(), owners: z.int(), similar: z.int() }).meta({
    description:
      'Enterprises (usaha) and distinct owners (orang) in all pages; similar: further ones that only resemble the words',
  }),
  asOf: z.iso.datetime(),
});

export type PagePosition = { after: string } | { offset: number };

/**
 * One page for another system: in the order of ids without words, by likeness with them. `next` is where the following
 * page begins, null on the last one.
 */
export async function enterprisePage(
  context: QueryContext,
  wanted: { text: string; filter: FacetFilter; from: PagePosition | null; limit: number },
): Promise<{
  page: Omit<z.input<typeof enterprisePageShape>, 'items' | 'nextCursor' | 'asOf'> & {
    items: unknown[];
    asOf: Date;
  };
  next: PagePosition | null;
}> {
  const { trx, officeCode, now } = context;
  const { text: words, filter, from, limit } = wanted;
  const hasWords = words.trim() !== '';
  const offset = from && 'offset' in from ? from.offset : 0;
  const after = from && 'after' in from ? from.after : null;
  const found = await searchRegister(context, { text: words, filter, offset, limit: hasWords ? limit : 0 });
  const { enterprises, owners, similar } = found;
  let ids = found.enterpriseIds;
  let next: PagePosition | null =
    offset + ids.length < enterprises + similar ? { offset: offset + ids.length } : null;
  if (!hasWords) {
    // One more than asked for tells whether there is a next page.
    const more = await listEnterpriseIdsAfter(trx, officeCode, {
      filter,
      within: withinOf(context.scopes),
      after,
      limit: limit + 1,
    });
    ids = more.slice(0, limit);
    next = more.length > limit ? { after: ids.at(-1)! } : null;
  }
  const items = await listEnterprisesByIds(trx, officeCode, ids);
  return { page: { items, total: { enterprises, owners, similar }, asOf: now }, next };
}
