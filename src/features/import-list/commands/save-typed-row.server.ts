import { z } from 'zod';
import { done, invalid } from '#kernel/refusal.ts';
import { idShape } from '#kernel/shape.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { importPermissions } from '../permissions.ts';
import { isEmptyTyped, typedFields } from '../rules/fast-entry.ts';
import type { SavedEntry } from '../rules/typing-view.ts';
import { insertStaged, lastStagedRow } from '../staged-store.server.ts';
import { deleteTyped, findTyped, listTyped } from '../typed-store.server.ts';
import { stagedTyped } from './keep-typed-row.server.ts';
import { openRow } from './list-key.server.ts';
import { typedRowChecker } from './typed-row-checker.server.ts';
import { listBeingTyped, mostTypedRows, type TypingList } from './typing-list.server.ts';

const permission = importPermissions['list.bring_in'];
const longestValue = 500;
const rowShape = z.object({
  importId: idShape,
  entryId: idShape,
  rowNumber: z.coerce.number().int().min(1).max(mostTypedRows),
});

/**
 * Keeps one typed row, at the number that its page gave it, and tells what the rules say of it. `entryId` is made by
 * the page: saving the same row again replaces it, so that an answer lost on the way does no harm, and a row from a
 * second window of the same list gets the next number instead of overwriting. A row of which everything was wiped out
 * is no longer kept. Refused: `wrong_state`, `forbidden`, `not_found`, `invalid_input`.
 */
export const saveTypedRow = defineCommand({
  name: 'list.type_row',
  permission,
  input: rowShape.extend({
    values: z.partialRecord(z.enum(typedFields), z.string().max(longestValue)),
  }),
  async run(context, { importId, entryId, rowNumber: wanted, values }) {
    const found = await listBeingTyped(context, importId);
    if (!found.ok) return found;
    const typing = found.value;
    const { trx } = context;
    const rowNumber = await placeOf(context, typing, { entryId, wanted });
    if (rowNumber > mostTypedRows) return invalid([{ path: 'rowNumber', code: 'out_of_range' }]);
    await deleteTyped(trx, typing.list, [rowNumber]);
    if (isEmptyTyped(typing.columns, values)) return done<SavedEntry>({ rowNumber, checked: null });
    const check = await typedRowChecker(context, typing.list);
    const checked = check(values);
    const { officeCode } = context;
    await insertStaged(trx, { officeCode, importId }, [
      stagedTyped(context, typing, { rowNumber, entryId, values }, checked),
    ]);
    const { disposition, problems } = checked;
    return done<SavedEntry>({ rowNumber, checked: { disposition, problems } });
  },
});

/** Takes one typed row out again; harmless when it is gone already. */
export const removeTypedRow = defineCommand({
  name: 'list.remove_row',
  permission,
  input: rowShape,
  async run(context, { importId, entryId, rowNumber }) {
    const found = await listBeingTyped(context, importId);
    if (!found.ok) return found;
    const { list } = found.value;
    const there = await findTyped(context.trx, list, rowNumber);
    if (there && entryOf(context, found.value, { rowNumber, ...there }) === entryId)
      await deleteTyped(context.trx, list, [rowNumber]);
    return done({ importId });
  },
});

/** The number under which this entry is or will be kept: its own, unless another entry stands there. */
async function placeOf(
  context: CommandContext,
  typing: TypingList,
  { entryId, wanted }: { entryId: string; wanted: number },
): Promise<number> {
  const { trx } = context;
  const there = await findTyped(trx, typing.list, wanted);
  if (there && entryOf(context, typing, { rowNumber: wanted, ...there }) === entryId) return wanted;
  const rows = await listTyped(trx, typing.list);
  const own = rows.find((row) => entryOf(context, typing, row) === entryId);
  if (own) return own.rowNumber;
  return there ? (await lastStagedRow(trx, typing.list)) + 1 : wanted;
}

const entryOf = (
  { vault }: CommandContext,
  { key }: TypingList,
  { rowNumber, sealed }: { rowNumber: number; sealed: Buffer },
) => openRow(vault, key, rowNumber, sealed).entryId;
