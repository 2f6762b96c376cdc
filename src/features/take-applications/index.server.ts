/** The door of take-applications: who asked for a seat, and when. */

export { applicationApi } from './api.server.ts';
export { addFiles } from './commands/add-files.server.ts';
export { apply } from './commands/apply.server.ts';
export { type Received, type Receiving, receiveMany } from './commands/receive-many.server.ts';
export { withdrawApplication } from './commands/withdraw.server.ts';
export { applicationAuditNames } from './messages/audit-names.ts';
export { applicationPermissions } from './permissions.ts';
export {
  type ApplicationRow,
  findApplication,
  listApplications,
  listApplicationsOf,
} from './queries/applications.server.ts';
