/** The door of import-list: what programs and later slices may use of it. */

export { importApi } from './api.server.ts';
export { bringInContent } from './commands/bring-in.server.ts';
export { confirmMapping } from './commands/confirm-mapping.server.ts';
export { importOpenWork } from './commands/open-imports.server.ts';
export { applyImport, cancelImport } from './commands/steer-import.server.ts';
export { workOnList } from './commands/work-on-list.server.ts';
export { importAuditNames } from './messages/audit-names.ts';
export { importPermissions } from './permissions.ts';
export { importPage } from './queries/import-page.server.ts';
export { mendingSheetStream } from './queries/mending-sheet.server.ts';
export { type ImportKind, importKinds } from './rules/import-kinds.ts';
export type { ImportPage } from './rules/import-view.ts';
export { fieldLabel } from './rules/list-fields.ts';
export { mappingOf } from './rules/recognise-columns.ts';
