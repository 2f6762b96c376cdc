import { steerIntake } from '#features/plan-programme/commands/steer-intake.server.ts';
import { anIntake, aProgramme } from '#features/plan-programme/factory.ts';
import { anApplication } from '#features/take-applications/factory.ts';
import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { must } from '#kernel/refusal.ts';
import { execute } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { createSelection } from './commands/create-selection.server.ts';
import { editPlan } from './commands/edit-plan.server.ts';
import { lockSelection } from './commands/lock-selection.server.ts';
import { runSelection } from './commands/run-selection.server.ts';
import type { KnownFacts } from './rules/candidate-facts.ts';
import type { SelectionPlan } from './rules/selection-plan.ts';

/** What is known of an enterprise of which little is known. */
export function someKnownFacts(facts: Partial<KnownFacts> = {}): KnownFacts {
  return {
    standing: null,
    lacking: [],
    unknown: [],
    nib: 'unknown',
    operation: 'unknown',
    verifiedOn: null,
    sector: 'other',
    startedOn: null,
    newVillage: null,
    ownerSex: null,
    ownerDisability: null,
    evidences: [],
    supports: [],
    assessments: [],
    ...facts,
  };
}

/** Points for applying early and nothing else, so that the order is known. */
export const byArrival: SelectionPlan = {
  criteria: [{ kind: 'order', weight: 100 }],
  reserves: [],
  quotas: [],
  takePart: 'all',
  servedSince: 2024,
  answerDays: 3,
  moveUpDays: 0,
};

/** The close of applications of intakes made here has gone by. */
export const AFTER_CLOSE = new Date('2026-05-21T01:00:00Z');

/** An open intake with applicants, in the order of their arrival; applications close at the end of 20 May 2026. */
export async function anIntakeWithApplicants(
  services: Services,
  actor: Actor,
  given: {
    seats?: number;
    applicants?: readonly { name?: string; proposedBy?: string }[];
    budgetLineId?: string;
    costPerSeat?: number;
    programmeId?: string;
    name?: string;
  } = {},
): Promise<{
  programmeId: string;
  intakeId: string;
  applicants: { applicationId: string; enterpriseId: string }[];
}> {
  const { seats = 2, applicants = [{}, {}, {}, {}] } = given;
  const programmeId = given.programmeId ?? (await aProgramme(services, actor));
  const intakeId = await anIntake(services, actor, programmeId, {
    seats,
    applicationsCloseOn: '2026-05-20',
    ...(given.name === undefined ? {} : { name: given.name }),
    ...(given.budgetLineId === undefined ? {} : { budgetLineId: given.budgetLineId }),
    ...(given.costPerSeat === undefined ? {} : { costPerSeat: given.costPerSeat }),
  });
  must(await execute(services, actor, steerIntake, { intakeId, action: 'open' }));
  const applied: { applicationId: string; enterpriseId: string }[] = [];
  for (const [at, applicant] of applicants.entries())
    applied.push(await anApplication(services, actor, intakeId, { name: `Usaha ${at + 1}`, ...applicant }));
  return { programmeId, intakeId, applicants: applied };
}

/** A draft for these intakes, by arrival unless told otherwise. */
export async function aDraft(
  services: Services,
  actor: Actor,
  intakeIds: readonly string[],
  plan: Partial<SelectionPlan> = {},
): Promise<string> {
  const selectionId = newId();
  must(await execute(services, actor, createSelection, { selectionId, intakeIds }));
  const edited = { selectionId, revision: 1, plan: { ...byArrival, ...plan } };
  must(await execute(services, actor, editPlan, edited));
  return selectionId;
}

/** Locked with the seed `umum-2026`. */
export async function aLocked(
  services: Services,
  actor: Actor,
  intakeIds: readonly string[],
  plan: Partial<SelectionPlan> = {},
): Promise<string> {
  const selectionId = await aDraft(services, actor, intakeIds, plan);
  const given = { selectionId, revision: 2, seed: 'umum-2026', seedSource: 'Diumumkan di papan kantor' };
  must(await execute(services, actor, lockSelection, given));
  return selectionId;
}

/** Closes the intakes and runs the official selection; the clock must stand after the close of applications. */
export async function decide(
  services: Services,
  actor: Actor,
  selectionId: string,
  intakeIds: readonly string[],
): Promise<{ runId: string }> {
  for (const intakeId of intakeIds)
    must(await execute(services, actor, steerIntake, { intakeId, action: 'close' }));
  return must(await runSelection(services, actor, { selectionId, kind: 'official' }));
}
