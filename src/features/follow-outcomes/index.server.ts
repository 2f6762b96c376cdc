/** The door of follow-outcomes: what became of those who were helped. */

export { outcomeApi } from './api.server.ts';
export { outcomeLinks } from './commands/ask-by-chat.server.ts';
export { watchOutcomes } from './commands/outcome-watch.server.ts';
export { outcomeAuditNames } from './messages/audit-names.ts';
export { outcomeProfilePart } from './queries/outcome-profile-part.server.ts';
