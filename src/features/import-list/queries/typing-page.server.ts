import { isId, newId } from '#kernel/id.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { isOfWholeOffice } from '../commands/bring-in.server.ts';
import { openRow } from '../commands/list-key.server.ts';
import { columnsOfList } from '../commands/typing-list.server.ts';
import { findImport, findListKey } from '../import-store.server.ts';
import { type TypedRow, typedOfCells } from '../rules/fast-entry.ts';
import type { ListField } from '../rules/list-fields.ts';
import type { TypedEntry, TypingPage } from '../rules/typing-view.ts';
import { veilSample } from '../rules/veil-sample.ts';
import { listTyped } from '../typed-store.server.ts';

/**
 * A list that is being typed, with its rows; null when there is none, `ended` when its typing is over. Rows are in the
 * clear for the one who types them, and for nobody else.
 */
export async function typingPage(
  { trx, officeCode, actor, vault, scopes }: QueryContext,
  importId: string,
): Promise<TypingPage | 'ended' | null> {
  const list =
    isId(importId) && isOfWholeOffice({ scopes, officeCode })
      ? await findImport(trx, officeCode, importId)
      : null;
  if (list?.entry !== 'typed') return null;
  const wrapped = await findListKey(trx, officeCode, importId);
  if (list.status !== 'typing' || !wrapped) return 'ended';
  const key = vault.openPersonKey(officeCode, importId, wrapped);
  const columns = columnsOfList(list);
  const isOwn = list.createdById === actor.id;
  const filled = new Set<ListField>();
  const entries = (await listTyped(trx, list)).map(
    ({ rowNumber, disposition, problems, sealed }): TypedEntry => {
      const { cells, entryId = newId() } = openRow(vault, key, rowNumber, sealed);
      const values = typedOfCells(columns, cells);
      for (const field of Object.keys(values)) filled.add(field as ListField);
      return { rowNumber, entryId, disposition, problems, values: isOwn ? values : veiled(values) };
    },
  );
  return {
    importId,
    name: list.name,
    kind: list.kind,
    asOf: list.asOf,
    legalBasis: list.legalBasis,
    typist: list.createdBy,
    isOwn,
    fields: columns.map(({ field }) => field),
    filledFields: [...filled],
    pages: (list.inspection?.pages ?? []).map(({ name, mediaType }) => ({ name, mediaType })),
    entries,
    nextEntryId: newId(),
  };
}

function veiled(values: TypedRow): TypedRow {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, veilSample(value, field as ListField)]),
  );
}
