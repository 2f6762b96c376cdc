import type { Actor } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { bringIn } from './commands/bring-in.server.ts';
import { confirmMapping } from './commands/confirm-mapping.server.ts';
import { applyImport } from './commands/steer-import.server.ts';
import { workOnList } from './commands/work-on-list.server.ts';
import { importPermissions } from './permissions.ts';
import { importPage } from './queries/import-page.server.ts';
import type { ImportPage } from './rules/import-view.ts';
import { mappingOf } from './rules/recognise-columns.ts';

export const listFacts = { name: 'Daftar Jenggot', kind: 'village', asOf: '2026-03-14' };

/** A list as the village sends it: rows of cells, as a CSV file. */
export const aListFile = (rows: readonly (readonly (string | number)[])[], name = 'daftar.csv') =>
  new File([rows.map((row) => row.join(';')).join('\n')], name);

export async function importState(
  services: Services,
  actor: Actor,
  importId: string,
  filter: string | null = null,
) {
  const page = await read(services, actor, importPermissions['list.view'], (context) =>
    importPage(context, importId, { filter, list: null }),
  );
  if (!page.ok || !page.value) throw new Error('no such import');
  return page.value;
}

/** Uploads a file and has it read: what its page then shows. */
export async function anInspectedList(
  services: Services,
  actor: Actor,
  file: File,
  facts: Record<string, unknown> = listFacts,
): Promise<ImportPage> {
  const brought = await bringIn(services, actor, { facts, file });
  if (!brought.ok) throw new Error(JSON.stringify(brought.refusal));
  await workOnList(services, actor.officeCode, brought.value.importId);
  return importState(services, actor, brought.value.importId);
}

/** As far as the preview, with the columns as they were recognised. */
export async function aStagedList(
  services: Services,
  actor: Actor,
  file: File,
  facts: Record<string, unknown> = listFacts,
): Promise<ImportPage> {
  const { importId, mapping, refusal } = await anInspectedList(services, actor, file, facts);
  if (!mapping) throw new Error(JSON.stringify(refusal));
  const confirmed = await execute(services, actor, confirmMapping, {
    importId,
    columns: mappingOf(mapping.columns),
    kbliVersion: mapping.kbliVersion ?? '2025',
    figureYear: mapping.figureYear,
    previousImportId: mapping.previousImportId,
  });
  if (!confirmed.ok) throw new Error(JSON.stringify(confirmed.refusal));
  await workOnList(services, actor.officeCode, importId);
  return importState(services, actor, importId);
}

/** All the way into the register. */
export async function anAppliedList(
  services: Services,
  actor: Actor,
  file: File,
  facts: Record<string, unknown> = listFacts,
): Promise<ImportPage> {
  const { importId } = await aStagedList(services, actor, file, facts);
  const applied = await execute(services, actor, applyImport, { importId });
  if (!applied.ok) throw new Error(JSON.stringify(applied.refusal));
  await workOnList(services, actor.officeCode, importId);
  return importState(services, actor, importId);
}
