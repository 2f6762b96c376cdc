/** The door of plan-census: what the worker does, and what phones and reviews may ask of a round. */

export { assignOpenRows } from './commands/assign-rows.server.ts';
export { createRound } from './commands/create-round.server.ts';
export { addMembers } from './commands/members.server.ts';
export { censusChecksOpenWork, censusRowsOpenWork } from './commands/open-rows.server.ts';
export { prepareRound } from './commands/prepare-round.server.ts';
export { ensureQuestionnaire } from './commands/questionnaires.server.ts';
export { startRound } from './commands/steer-round.server.ts';
export {
  type AssignedRow,
  listFormsByKey,
  listGoneRows,
  listMembersForField,
  listRoundsForField,
  listVillagesOfRounds,
  lockRowsByIds,
  type RoundForField,
  type RowForField,
  recordVisits,
  type Visit,
} from './field-store.server.ts';
export { listLetters } from './letter-store.server.ts';
export { type Load, listLoads, listMembers, type MemberRow } from './member-store.server.ts';
export { censusAuditNames } from './messages/audit-names.ts';
export { censusPermissions } from './permissions.ts';
export { assignedRows as listAssignedRows } from './queries/assigned-rows.server.ts';
export { type CensusPlace, registerCensusPlaces } from './queries/census-places.server.ts';
export { findQuestionnaire, type QuestionnaireRow } from './questionnaire-store.server.ts';
export {
  type CoverageGroup,
  countCoverage,
  countSentBack,
  countToDoOf,
  countVisitedByDay,
  type DrawnRow,
  type FrameRow,
  findFrameRow,
  listFrameRows,
  listRowsFound,
  listRowVillages,
  listVisitedSince,
  type SentBackCount,
  updateReviewed,
} from './review-store.server.ts';
export {
  findRound,
  listRoundSources,
  listRounds,
  listRoundVillages,
  type RoundRow,
} from './round-store.server.ts';
export { countByVillage, type FrameNumbers } from './row-store.server.ts';
export type { Duty } from './rules/duties.ts';
export { type RowAction, type RowStatus, rowStatusAfter, rowStatuses } from './rules/row-state.ts';
export { verdictFacts } from './rules/verdict-facts.ts';
export {
  missingProof,
  type Proof,
  type Verdict,
  type VerdictFacts,
  verdictRules,
  verdicts,
} from './rules/verdicts.ts';
