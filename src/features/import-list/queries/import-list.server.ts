import type { QueryContext } from '#platform/command.server.ts';
import { isOfWholeOffice } from '../commands/bring-in.server.ts';
import { type ListedImport, listImports } from '../import-store.server.ts';
import type { ImportLine } from '../rules/import-view.ts';

const most = 200;

/** Lists that were brought in, newest first; sheets of mended rows stand with their list. */
export async function importList(context: QueryContext): Promise<ImportLine[]> {
  const { trx, officeCode } = context;
  // A list is of the whole office, with people of every village in it.
  if (!isOfWholeOffice(context)) return [];
  const lines = await listImports(trx, officeCode, { limit: most });
  return lines.filter(({ mendsImportId }) => mendsImportId === null).map(asLine);
}

export function asLine({ createdAt, appliedAt, ...line }: ListedImport): ImportLine {
  return {
    importId: line.importId,
    name: line.name,
    kind: line.kind,
    asOf: line.asOf,
    entry: line.entry,
    originalName: line.originalName,
    status: line.status,
    counts: line.counts,
    createdBy: line.createdBy,
    createdAt: createdAt.toISOString(),
    appliedAt: appliedAt?.toISOString() ?? null,
    mendsImportId: line.mendsImportId,
  };
}
