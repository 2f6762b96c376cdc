/** The door of review-census: what the worker does, and what phones are told by review. */

export { checkSubmissions } from './commands/check-submissions.server.ts';
export { watchSubmissions } from './commands/check-watch.server.ts';
export { rechecksOpenWork } from './commands/open-rechecks.server.ts';
export { reviewAuditNames } from './messages/audit-names.ts';
export { reviewPermissions } from './permissions.ts';
export { phoneWork } from './queries/phone-work.server.ts';
export { reviewPlaces } from './queries/review-places.server.ts';
export { type RoundProgress, runningRounds } from './queries/round-progress.server.ts';
export { countGroups, saidCount } from './rules/not-visited.ts';
