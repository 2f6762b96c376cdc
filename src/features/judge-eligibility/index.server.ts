/** The door of judge-eligibility: who meets a programme's conditions, and why. */

export { eligibilityApi } from './api.server.ts';
export { judgeRegister } from './commands/judge-register.server.ts';
export { judgeTouched } from './commands/judge-touched.server.ts';
export { watchEligibility } from './commands/judge-watch.server.ts';
export { recordAssessment } from './commands/record-assessment.server.ts';
export { saveConditions } from './commands/save-conditions.server.ts';
export { eligibilityAuditNames } from './messages/audit-names.ts';
export { eligibilityPermissions } from './permissions.ts';
export { enterprisesStanding } from './queries/enterprises-standing.server.ts';
export { hasConditions, judgedFacts } from './queries/judged-facts.server.ts';
export { eligibilityProfilePart } from './queries/own-profile-part.server.ts';
export { rubricsInUse } from './queries/rubrics-in-use.server.ts';
export { type StandingOf, standingsOf } from './queries/standings-of.server.ts';
