/** The door of survey-field: what phones speak to, what the worker does, and what review may ask of visits. */

export { makeFieldApi } from './api.server.ts';
export { openPhotos } from './commands/open-photos.server.ts';
export { receiveEnvelopes } from './commands/receive-envelopes.server.ts';
export { receivePiece } from './commands/receive-photo.server.ts';
export { registerPhone } from './commands/register-phone.server.ts';
export type { SealedPart } from './commands/sealed-part.ts';
export {
  countSamePhone,
  groupByRound,
  listPositions,
  listRuns,
  listToldAlike,
  listTouchedSubmissions,
  listTriedDays,
  type ToldAlike,
} from './compare-store.server.ts';
export { fieldAuditNames } from './messages/audit-names.ts';
export { fieldPermissions } from './permissions.ts';
export { findPhoto } from './photo-store.server.ts';
export { fieldPlaces } from './queries/field-places.server.ts';
export { type ReviewWork, registerReviewWork } from './queries/review-work.server.ts';
export {
  countFinishedByDay,
  countFound,
  countVisitsAmong,
  countWaitingForReview,
  countWaitingOf,
  findSubmission,
  findSubmissionKey,
  insertSubmissionKey,
  listApprovedOf,
  listGoodsOfRows,
  listPersonNames,
  listPhoneSigns,
  listPhotoLikeness,
  listPhotosOf,
  listSentBack,
  listSubmissions,
  listSubmissionsOfRow,
  listWaiting,
  type PhoneSign,
  type PhotoLikeness,
  type PhotoRow,
  type SubmissionRow,
  type SubmissionStatus,
  updateSubmissionStatus,
  type WaitingLine,
} from './review-store.server.ts';
export { officeTime } from './rules/clock-off.ts';
export { type ConflictKind, conflictKinds } from './rules/delivery-states.ts';
export { bitsApart } from './rules/picture-likeness.ts';
