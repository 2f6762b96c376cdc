/** The door of sign-in: accounts, and the roles people hold in an office. */
export {
  deleteSecondFactor,
  deleteSessions,
  getUser,
  updateDeactivated,
  updatePassword,
} from './account-store.server.ts';
export { makeAccount } from './commands/make-account.server.ts';
export { type IssuedOwnerCode, issueOwnerCode } from './commands/owner-codes.server.ts';
export {
  hasRoleElsewhere,
  insertMembership,
  listActiveStaff,
  listStaffAccounts,
  listStaffMemberships,
  lockMemberships,
  type Membership,
  type StaffAccount,
  updateMembershipEnd,
} from './membership-store.server.ts';
export { deleteOwnerRoles } from './owner-store.server.ts';
export { findPerson } from './queries/find-person.server.ts';
export { decidePassword, ownWords } from './rules/decide-password.ts';
export { demoEmailDomain, demoPassword, isMadeUpEmail } from './rules/staff-identity.ts';
