/** The door of record-support: the ledger of what every enterprise received. */

export { addSupport } from './commands/add-support.server.ts';
export { recordList } from './commands/record-list.server.ts';
export { type NewSupport, recordIntake, recordSupport } from './commands/record-support.server.ts';
export { supportAuditNames } from './messages/audit-names.ts';
export { supportPermissions } from './permissions.ts';
export { supportProfilePart } from './queries/enterprise-supports.server.ts';
export { countSince, listSupports } from './queries/supports-of.server.ts';
export { exposureSentence } from './rules/exposure-sentence.ts';
export { type Support, type SupportOutcome, supportOutcomes, wasReceived } from './rules/support.ts';
export { listServedSince, listTouchedSupports } from './support-store.server.ts';
