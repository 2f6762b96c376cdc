import type { Readable } from 'node:stream';
import type { Actor } from '#kernel/actor.ts';
import { isId } from '#kernel/id.ts';
import type { Locale } from '#kernel/language.ts';
import { done, type Outcome, refused } from '#kernel/refusal.ts';
import { execute, read } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { workbookStream } from '#platform/spreadsheet/write-workbook.ts';
import { openRow } from '../commands/list-key.server.ts';
import { noteSheetTaken } from '../commands/note-sheet-taken.server.ts';
import { findImport, findListKey, type ImportRow } from '../import-store.server.ts';
import { problemMessage } from '../messages/problem-messages.ts';
import { sheetName } from '../messages/sheet-name.ts';
import { importPermissions } from '../permissions.ts';
import type { Row } from '../rules/cell.ts';
import { mendingHeader, mendingLine, rowIdOf } from '../rules/original-row.ts';
import { listPreview } from '../staged-store.server.ts';

const batchRows = 1_000;
export const sheetKinds = ['needs_mending', 'other_area'] as const;
export type SheetKind = (typeof sheetKinds)[number];

/**
 * Rejected rows just as they came, each with what is to be mended, as a workbook made while it is read; rows of other
 * areas alike, to be passed on. They hold NIK and phone numbers in the clear: taking them is written to the audit.
 */
export async function mendingSheetStream(
  services: Services,
  actor: Actor,
  { importId, which, locale }: { importId: string; which: SheetKind; locale: Locale },
): Promise<Outcome<{ fileName: string; stream: Readable }>> {
  if (!isId(importId)) return refused('not_found');
  const noted = await execute(services, actor, noteSheetTaken, { importId, which });
  if (!noted.ok) return noted;
  const found = await read(services, actor, importPermissions['list.bring_in'], ({ trx, officeCode }) =>
    findImport(trx, officeCode, importId),
  );
  if (!found.ok) return found;
  const list = found.value;
  const inspected = list?.mapping && list.inspection?.lists[list.mapping.list];
  if (!list || !inspected) return refused('not_found');
  const name = sheetName(which, locale);
  const header = mendingHeader(inspected.headings, inspected.columns.length);
  const stream = workbookStream([
    {
      name,
      columns: header.map((title, at) => ({ title, width: at === 0 ? 4 : at === 1 ? 60 : 18 })),
      rows: sheetRows(services, actor, { list, which, locale, width: inspected.columns.length }),
    },
  ]);
  return done({ fileName: `${name} - ${list.name}.xlsx`, stream });
}

async function* sheetRows(
  services: Services,
  actor: Actor,
  { list, which, locale, width }: { list: ImportRow; which: SheetKind; locale: Locale; width: number },
): AsyncGenerator<Row> {
  let after = 0;
  for (;;) {
    const batch = await read(
      services,
      actor,
      importPermissions['list.bring_in'],
      async ({ trx, officeCode, vault }) => {
        const wrapped = await findListKey(trx, officeCode, list.importId);
        if (!wrapped) return [];
        const key = vault.openPersonKey(officeCode, list.importId, wrapped);
        const rows = await listPreview(trx, list, { disposition: which, after, limit: batchRows });
        return rows.map(({ rowNumber, problems, sealed }) => ({
          rowNumber,
          problems,
          ...openRow(vault, key, rowNumber, sealed),
        }));
      },
    );
    if (!batch.ok) throw new Error(batch.refusal.code);
    if (batch.value.length === 0) return;
    for (const { rowNumber, problems, cells } of batch.value) {
      yield mendingLine(
        {
          rowId: rowIdOf(list.importId, rowNumber),
          original: cells,
          problems: problems.filter(({ severity, code }) => severity === 'error' || code === 'other_area'),
        },
        width,
        (problem) => problemMessage(problem, locale),
      );
    }
    after = batch.value.at(-1)!.rowNumber;
  }
}
