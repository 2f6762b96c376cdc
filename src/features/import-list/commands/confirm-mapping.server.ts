import { done, invalid, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { findImport, lockImport, rememberMapping, updateImport } from '../import-store.server.ts';
import { confirmMappingInput } from '../input.ts';
import { importPermissions } from '../permissions.ts';
import { mappingFaults } from '../rules/column-choice.ts';
import { isOfWholeOffice } from './bring-in.server.ts';
import { startWork } from './start-work.server.ts';

/**
 * A person settled what each column holds: the rows are checked next. The choice is remembered for lists with the
 * same headings. Refused: `wrong_state`, `not_found`, `invalid_input` at `list`, `columns` (no name column) or
 * `columns.N.field` (chosen twice).
 */
export const confirmMapping = defineCommand({
  name: 'list.confirm_mapping',
  permission: importPermissions['list.bring_in'],
  input: confirmMappingInput,
  async run(context, { importId, previousImportId, ...mapping }) {
    const { trx, officeCode, now } = context;
    const list = await lockImport(trx, officeCode, importId);
    if (!list || !isOfWholeOffice(context)) return refused('not_found');
    if (list.status !== 'mapping') return refused('wrong_state');
    const inspected = list.inspection?.lists[mapping.list];
    if (!inspected || mapping.columns.length !== inspected.columns.length)
      return invalid([{ path: 'list', code: 'not_a_choice' }]);
    const [fault] = mappingFaults(mapping.columns);
    if (fault?.code === 'no_name_column') return invalid([{ path: 'columns', code: 'blank' }]);
    if (fault) {
      const second = mapping.columns.findLastIndex(({ field }) => field === fault.field);
      return invalid([{ path: `columns.${second}.field`, code: 'used_twice' }]);
    }
    const previous = previousImportId ? await findImport(trx, officeCode, previousImportId) : null;
    if (
      previousImportId &&
      (previous?.status !== 'applied' || previous.kind !== list.kind || previous.mendsImportId !== null)
    )
      return invalid([{ path: 'previousImportId', code: 'not_a_choice' }]);
    await updateImport(trx, officeCode, importId, { status: 'staging', mapping, previousImportId });
    await rememberMapping(trx, officeCode, {
      signature: inspected.signature,
      mapping: mapping.columns,
      kind: list.kind,
      at: now,
    });
    await startWork(context, { importId, name: list.name, total: inspected.dataRows });
    await context.audit({ action: 'list.mapped', subject: { kind: 'import', id: importId } });
    return done({ importId });
  },
});
