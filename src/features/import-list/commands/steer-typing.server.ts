import { z } from 'zod';
import { done, invalid, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { lockImport, updateImport } from '../import-store.server.ts';
import { importIdInput } from '../input.ts';
import { headingOfTyped } from '../messages/typed-headings.ts';
import { importPermissions } from '../permissions.ts';
import { mappingFaults } from '../rules/column-choice.ts';
import { columnsOfFields, fastEntryMapping, typedFields, typedOfCells } from '../rules/fast-entry.ts';
import { typedInspection } from '../rules/typed-list.ts';
import { insertStaged } from '../staged-store.server.ts';
import { deleteTyped, listTyped } from '../typed-store.server.ts';
import { isOfWholeOffice } from './bring-in.server.ts';
import { stagedTyped } from './keep-typed-row.server.ts';
import { openRow } from './list-key.server.ts';
import { startWork } from './start-work.server.ts';
import { typedRowChecker } from './typed-row-checker.server.ts';
import { listBeingTyped } from './typing-list.server.ts';

const permission = importPermissions['list.bring_in'];

/**
 * The page is typed: its rows are compared with the register next, and then stand for a person to look at. Refused:
 * `invalid_input` at `rows` while nothing is typed, `wrong_state`, `forbidden`, `not_found`.
 */
export const finishTyping = defineCommand({
  name: 'list.finish_typing',
  permission,
  input: importIdInput,
  async run(context, { importId }) {
    const found = await listBeingTyped(context, importId);
    if (!found.ok) return found;
    const { list } = found.value;
    const { length } = await listTyped(context.trx, list);
    if (length === 0) return invalid([{ path: 'rows', code: 'blank' }]);
    await updateImport(context.trx, context.officeCode, importId, { status: 'staging' });
    await startWork(context, { importId, name: list.name, total: length });
    await context.audit({
      action: 'list.typed',
      subject: { kind: 'import', id: importId },
      details: { rows: length },
    });
    return done({ importId });
  },
});

/**
 * Adds columns that the paper turned out to have, or takes unused ones away. A column in which something is typed
 * stays, ticked or not. Every row is checked anew, as a district may tell two villages of one name apart.
 */
export const chooseTypedColumns = defineCommand({
  name: 'list.choose_typed_columns',
  permission,
  input: importIdInput.extend({ fields: z.array(z.enum(typedFields)) }),
  async run(context, { importId, fields }) {
    const { trx, officeCode, vault } = context;
    const found = await listBeingTyped(context, importId);
    if (!found.ok) return found;
    const { list, key, columns: before } = found.value;
    const rows = (await listTyped(trx, list)).map(({ rowNumber, sealed }) => {
      const { cells, entryId = context.newId() } = openRow(vault, key, rowNumber, sealed);
      return { rowNumber, entryId, values: typedOfCells(before, cells) };
    });
    const filled = before.filter(({ field }) => rows.some(({ values }) => values[field] !== undefined));
    const columns = columnsOfFields([...fields, ...filled.map(({ field }) => field)]);
    const mapping = { ...list.mapping!, columns: fastEntryMapping(columns) };
    if (mappingFaults(mapping.columns).length > 0) return invalid([{ path: 'fields', code: 'blank' }]);
    await updateImport(trx, officeCode, importId, {
      mapping,
      inspection: typedInspection(columns, headingOfTyped, list.inspection?.pages ?? []),
    });
    const check = await typedRowChecker(context, { asOf: list.asOf, mapping });
    await deleteTyped(
      trx,
      list,
      rows.map(({ rowNumber }) => rowNumber),
    );
    await insertStaged(
      trx,
      { officeCode, importId },
      rows.map((row) => stagedTyped(context, { key, columns }, row, check(row.values))),
    );
    return done({ importId });
  },
});

/** Goes on with a list that a colleague began. From then on its rows are this person's, in the clear. */
export const takeOverTyping = defineCommand({
  name: 'list.take_over_typing',
  permission,
  input: importIdInput,
  async run(context, { importId }) {
    const { trx, officeCode, actor } = context;
    const list = isOfWholeOffice(context) ? await lockImport(trx, officeCode, importId) : null;
    if (list?.entry !== 'typed' || actor.kind !== 'person') return refused('not_found');
    if (list.status !== 'typing') return refused('wrong_state');
    if (list.createdById === actor.id) return refused('already_done');
    await updateImport(trx, officeCode, importId, { createdBy: actor.name, createdById: actor.id });
    await context.audit({
      action: 'list.typing_taken_over',
      subject: { kind: 'import', id: importId },
      details: { from: list.createdById },
    });
    return done({ importId });
  },
});
