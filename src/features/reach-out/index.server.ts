/** The door of reach-out: lists of people to reach, what is known of contacts, and what the programs wire together. */

export { makeMailStopHook, makeWhatsappHook } from './api.server.ts';
export {
  createOutreach,
  type OutreachMade,
  type OutreachWanted,
} from './commands/create-outreach.server.ts';
export { mailKeeper } from './commands/keep-mail.server.ts';
export { type LinkSource, registerLinkSources } from './commands/link-sources.server.ts';
export { watchSending } from './commands/send-watch.server.ts';
export { reachAuditNames } from './messages/audit-names.ts';
export { reachPermissions } from './permissions.ts';
export { contactsPart } from './queries/consent-page.server.ts';
export { type Purpose, purposes } from './rules/may-contact.ts';
export { outreachTitle, plainWords } from './rules/outreach-words.ts';
