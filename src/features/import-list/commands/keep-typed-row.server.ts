import type { CommandContext } from '#platform/command.server.ts';
import { cellsOfTyped, type TypedRow } from '../rules/fast-entry.ts';
import { typedSheetName } from '../rules/typed-list.ts';
import type { ValidatedRow } from '../rules/validate-row.ts';
import type { StagedRow } from '../staged-store.server.ts';
import { sealRow } from './list-key.server.ts';
import { keysToKeep } from './stage-list.server.ts';
import type { TypingList } from './typing-list.server.ts';

/** A typed row as the rows of every list are kept: sealed, with what matching goes by. */
export function stagedTyped(
  { services, vault }: CommandContext,
  { key, columns }: Pick<TypingList, 'key' | 'columns'>,
  { rowNumber, entryId, values }: { rowNumber: number; entryId: string; values: TypedRow },
  checked: ValidatedRow,
): StagedRow {
  return {
    rowNumber,
    sheetName: typedSheetName,
    sheetRow: rowNumber,
    disposition: checked.disposition,
    problems: checked.problems,
    sealed: sealRow(vault, key, rowNumber, {
      cells: cellsOfTyped(columns, values),
      record: checked.record,
      entryId,
    }),
    ...keysToKeep({ services }, checked),
    mendsRow: null,
  };
}
