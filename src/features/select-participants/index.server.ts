/** The door of select-participants: who has a seat, and how it came to that. */

export { selectionApi } from './api.server.ts';
export { seatLinks } from './commands/greet-offered.server.ts';
export { offerSeats } from './commands/offer-seats.server.ts';
export { seatDirectly } from './commands/seat-directly.server.ts';
export { runSelectionJob } from './commands/start-run.server.ts';
export { watchSeats } from './commands/watch-seats.server.ts';
export { selectionAuditNames } from './messages/audit-names.ts';
export {
  findParticipant,
  holdsSeat,
  insertParticipants,
  listParticipants,
  listParticipantsOf,
  type ParticipantRow,
} from './participant-store.server.ts';
export { selectionPermissions } from './permissions.ts';
