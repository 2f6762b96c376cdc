/** The door of plan-programme: programmes and intakes, as later slices may ask for them. */

export { programmeApi } from './api.server.ts';
export { createIntake } from './commands/create-intake.server.ts';
export { createProgramme } from './commands/create-programme.server.ts';
export { findIntake, findIntakeByCode, type IntakeRow, listIntakes } from './intake-store.server.ts';
export { programmeAuditNames } from './messages/audit-names.ts';
export { listPartnerChoices } from './partner-store.server.ts';
export { programmePermissions } from './permissions.ts';
export {
  findProgramme,
  listProgrammes,
  listStages,
  type ProgrammeRow,
} from './programme-store.server.ts';
export { type MoneyForIntakes, moneyForIntakes } from './queries/money-for-intakes.server.ts';
export { intakeWithinReach } from './queries/own-reach.server.ts';
export type { IntakeStatus } from './rules/intake-state.ts';
export { type ProgrammeKind, programmeKinds } from './rules/programme-kinds.ts';
export { type TemplateKey, templateKeys } from './rules/templates.ts';
