import { isOfWholeOffice } from '#kernel/actor.ts';
import { isId } from '#kernel/id.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { findOutreach, type OutreachRow } from '../outreach-store.server.ts';
import type { Purpose } from '../rules/may-contact.ts';
import type { OutreachHead } from '../rules/reach-view.ts';

export const headOf = (row: OutreachRow): OutreachHead => ({
  outreachId: row.outreachId,
  title: row.title,
  purpose: row.purpose as Purpose,
  message: row.message,
  status: row.status as OutreachHead['status'],
  createdAt: row.createdAt.getTime(),
  createdByName: row.createdByName,
});

/** The list, for people of the whole office; null: there is none for them. */
export async function outreachInReach(
  context: QueryContext,
  outreachId: string,
): Promise<OutreachRow | null> {
  if (!isOfWholeOffice(context) || !isId(outreachId)) return null;
  return findOutreach(context.trx, context.officeCode, outreachId);
}
