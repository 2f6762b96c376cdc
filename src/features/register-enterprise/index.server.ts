/** The door of register-enterprise: what later slices may use of the register. */

export { registerApi } from './api.server.ts';
export { createSourceList } from './commands/create-source-list.server.ts';
export { createGroup } from './commands/keep-groups.server.ts';
export { type NewEnterprise, type NewOwner, registerMany } from './commands/register-many.server.ts';
export { registerAuditNames } from './messages/audit-names.ts';
export { registerPermissions } from './permissions.ts';
export { groupIdsByName, listGroupChoices } from './queries/group-ids.server.ts';
export { areasForLists, kbliForLists } from './queries/reference-for-lists.server.ts';
export { type RegisterOverview, registerOverview } from './queries/register-overview.server.ts';
export { searchRegister } from './queries/register-search.server.ts';
export { type Sector, sectorOfKbli, sectors } from './rules/sectors.ts';
export { findListWithOwners } from './source-list-store.server.ts';
