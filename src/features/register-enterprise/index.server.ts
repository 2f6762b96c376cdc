/** The door of register-enterprise: what later slices may use of the register. */

export { registerApi } from './api.server.ts';
export { insertRegisterRows, noRegisterRows, type RegisterRows } from './bulk-store.server.ts';
export { createSourceList } from './commands/create-source-list.server.ts';
export { addEvidence } from './commands/keep-evidence.server.ts';
export { dropFile, type KeptFile, keepFile, keepOwnFile } from './commands/keep-file.server.ts';
export { createGroup } from './commands/keep-groups.server.ts';
export { mergeEnterprises } from './commands/merge-enterprises.server.ts';
export { type Merged, mergeOwners } from './commands/merge-owners.server.ts';
export {
  type NewEnterprise,
  type NewOwner,
  prepareMany,
  registerMany,
} from './commands/register-many.server.ts';
export {
  type ListUndo,
  takeBackFromList,
  undoOf,
} from './commands/take-back-list.server.ts';
export { countVisitAgain, takeBackVisit } from './commands/take-back-visit.server.ts';
export { type Undone, undoMerge } from './commands/undo-merge.server.ts';
export { type ListUpdate, updateFromList } from './commands/update-from-list.server.ts';
export { withdrawUntouched } from './commands/withdraw-untouched.server.ts';
export { enterpriseWithinReach } from './commands/within-reach.server.ts';
export { listRecordsBehind, listStandingIds, listStoodFor } from './compare-store.server.ts';
export {
  listEmailsToReach,
  listEnterprisesWithEmail,
  listOwnersByEmail,
  type SealedEmail,
} from './email-store.server.ts';
export { listSourceLists } from './enterprise-list-store.server.ts';
export {
  countStanding,
  type FactsOfEnterprise,
  listFacts,
  listStandingPage,
  listStandingSample,
  listTouchedRecords,
} from './facts-store.server.ts';
export { listFigures } from './figure-store.server.ts';
export { findFile, listFileNames } from './file-store.server.ts';
export {
  countFrame,
  type FrameCount,
  type FrameEntry,
  listFrame,
  listLedTo,
  listMovedOn,
} from './frame-store.server.ts';
export {
  type EnterpriseWithOwner,
  findOfficeName,
  getOfficeName,
  listWithOwners,
} from './glance-store.server.ts';
export { listArrivals } from './linkage-store.server.ts';
export { listByIdentifiers, listOwnersByNiks, registerTouched } from './list-match-store.server.ts';
export { listRecordsForLists, type RecordForLists } from './list-record-store.server.ts';
export {
  addSourceEntries,
  listMissing,
  markListWithdrawn,
  removeSourceEntries,
} from './list-withdrawal-store.server.ts';
export { listUndoneMerges } from './merge-store.server.ts';
export { registerAuditNames } from './messages/audit-names.ts';
export { registerPermissions } from './permissions.ts';
export { canonicalIds } from './queries/canonical-ids.server.ts';
export { defaultSurvivor } from './queries/default-survivor.server.ts';
export { groupIdsByName, listGroupChoices } from './queries/group-ids.server.ts';
export { isOwnEnterprise, ownEnterprises } from './queries/own-enterprises.server.ts';
export { type OwnerMatch, ownerMatches } from './queries/owner-matches.server.ts';
export { type ProfilePart, registerProfileParts } from './queries/profile-parts.server.ts';
export { listForLinkage, type RecordForLinkage } from './queries/records-for-linkage.server.ts';
export {
  chooseSurvivorOf,
  type RecordSideBySide,
  recordsSideBySide,
} from './queries/records-side-by-side.server.ts';
export { areasForLists, kbliForLists } from './queries/reference-for-lists.server.ts';
export { type RegisterOverview, registerOverview } from './queries/register-overview.server.ts';
export { searchRegister } from './queries/register-search.server.ts';
export { type StandingWithinReach, standingWithinReach } from './queries/standing-within-reach.server.ts';
export { areaTableAround, kbliTable, villageNames } from './queries/tables-for-lists.server.ts';
export {
  countNotGreeted,
  type EnterpriseToReach,
  findSealedPhone,
  listNotGreeted,
  listOwnersStoodFor,
  listPhonesToReach,
  listToReach,
  type NotGreetedFilter,
} from './reach-store.server.ts';
export { countReached, type ReachedCount } from './reached-store.server.ts';
export { chooseSurvivor, type SurvivorFacts } from './rules/choose-survivor.ts';
export { type Sector, sectorOfKbli, sectors } from './rules/sectors.ts';
export { findListWithOwners, listOnList } from './source-list-store.server.ts';
export { type EnterpriseToVisit, listRevisions, listToVisit } from './visit-store.server.ts';
export {
  countNotVisited,
  listNotVisited,
  type NotVisited,
  type NotVisitedFilter,
} from './visited-store.server.ts';
