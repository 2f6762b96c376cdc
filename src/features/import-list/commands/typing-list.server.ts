import { done, type Outcome, refused } from '#kernel/refusal.ts';
import type { CommandContext } from '#platform/command.server.ts';
import type { PersonKey } from '#platform/vault/vault.server.ts';
import { type ImportRow, lockImport } from '../import-store.server.ts';
import { columnsOfFields, type FastEntryColumn } from '../rules/fast-entry.ts';
import { isOfWholeOffice } from './bring-in.server.ts';
import { listKey } from './list-work.server.ts';

/** A list under the hands of its typist, held until the transaction ends. */
export type TypingList = {
  list: ImportRow;
  key: PersonKey;
  columns: FastEntryColumn[];
};

/** Most rows of one typed list: what a person types in some days, and what one page can show. */
export const mostTypedRows = 1_000;

export const columnsOfList = ({ mapping }: Pick<ImportRow, 'mapping'>): FastEntryColumn[] =>
  columnsOfFields(mapping?.columns.map(({ field }) => field) ?? []);

/**
 * The list, as long as it is being typed, by this person. Refused: `not_found`; `wrong_state` once it is finished or
 * given up; `forbidden` while somebody else types it.
 */
export async function listBeingTyped(
  context: CommandContext,
  importId: string,
): Promise<Outcome<TypingList>> {
  const { trx, officeCode, actor } = context;
  const list = isOfWholeOffice(context) ? await lockImport(trx, officeCode, importId) : null;
  if (list?.entry !== 'typed' || list.mapping === null) return refused('not_found');
  if (list.status !== 'typing') return refused('wrong_state');
  if (list.createdById !== actor.id) return refused('forbidden');
  return done({ list, key: await listKey(context, importId), columns: columnsOfList(list) });
}
