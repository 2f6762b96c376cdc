/** The door of take-applications: who asked for a seat, and when. */

export {
  type ApplicationRow,
  findApplication,
  listApplications,
  listApplicationsOf,
} from './application-store.server.ts';
