/** The door of select-participants: who has a seat, and how it came to that. */

export {
  findParticipant,
  holdsSeat,
  insertParticipants,
  listParticipants,
  listParticipantsOf,
  type ParticipantRow,
} from './participant-store.server.ts';
