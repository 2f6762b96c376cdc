/** The door of run-office: offices, the people in them, and the registry of work that a hand-over moves. */

export { actorOfToken, createToken, revokeToken } from './commands/api-tokens.server.ts';
export { createOffice } from './commands/create-office.server.ts';
export { createUser, type NewPerson } from './commands/create-user.server.ts';
export {
  type OpenWork,
  registerGroups,
  registerOpenWork,
  registerPartners,
} from './commands/open-work.server.ts';
export { resetAccount } from './commands/reset-account.server.ts';
export { cityOn, letterheadOn, signatoriesOn } from './queries/letterhead-on.server.ts';
export { listApiTokens } from './queries/list-api-tokens.server.ts';
export { listPeople } from './queries/list-people.server.ts';
export { registerAuditActions } from './rules/audit-actions.ts';
export { type SignatoryDuty, signatoryDuties } from './rules/signatory.ts';
