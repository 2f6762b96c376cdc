import { plainDateInWib } from '#kernel/calendar.ts';
import { done, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { insertStep, updateCase, updateStep } from '../case-store.server.ts';
import { addStepInput, resumeCaseInput, saveStepInput, stopCaseInput } from '../input.ts';
import { runPermissions } from '../permissions.ts';
import { type CaseAction, caseStatusAfter } from '../rules/case.ts';
import { caseWithinReach, isFileOf } from './case-within-reach.server.ts';

const permission = runPermissions['case.run'];
const mostSteps = 40;

/** The case, held until the transaction ends, where this may be done with it now. */
async function caseFor(context: CommandContext, caseId: string, action: CaseAction) {
  const found = await caseWithinReach(context, caseId, true);
  if (!found) return refused('not_found');
  const status = caseStatusAfter(found.case.status, action);
  return status === null ? refused('wrong_state') : done({ ...found, status });
}

const subject = (caseId: string) => ({ kind: 'facilitation_case', id: caseId });

/** Ticks a step or takes the tick back, and keeps its note, day and file. What is not given stays. */
export const saveStep = defineCommand({
  name: 'case.save_step',
  permission,
  input: saveStepInput,
  async run(context, { caseId, step, done: isDone, dueOn, note, fileId }) {
    const { trx, officeCode, now, actor } = context;
    const found = await caseFor(context, caseId, 'work');
    if (!found.ok) return found;
    const before = found.value.case.steps.find((one) => one.step === step);
    if (!before) return refused('not_found');
    if (fileId && !(await isFileOf(context, fileId, found.value.enterprise.enterpriseId)))
      return refused('not_found');
    const isNew = isDone !== undefined && isDone !== (before.doneOn !== null);
    await updateStep(
      trx,
      officeCode,
      { caseId, step },
      {
        dueOn: dueOn ?? before.dueOn,
        note: note ?? before.note,
        fileId: fileId ?? before.fileId,
        ...(isNew
          ? { doneOn: isDone ? plainDateInWib(now.getTime()) : null, doneBy: isDone ? actor.name : null }
          : {}),
      },
    );
    await context.audit({
      action: 'case.step_saved',
      subject: subject(caseId),
      details: {
        step,
        ...(isNew ? { done: isDone } : {}),
        ...(fileId ? { fileId } : {}),
        ...(dueOn ? { dueOn } : {}),
      },
    });
    return done();
  },
});

/** A step of this case alone, after those that it has. */
export const addStep = defineCommand({
  name: 'case.add_step',
  permission,
  input: addStepInput,
  async run(context, { caseId, name, dueOn }) {
    const { trx, officeCode } = context;
    const found = await caseFor(context, caseId, 'work');
    if (!found.ok) return found;
    const step = Math.max(0, ...found.value.case.steps.map((one) => one.step)) + 1;
    if (step > mostSteps) return refused('quota_full');
    await insertStep(trx, officeCode, caseId, {
      step,
      name,
      source: null,
      needsFile: false,
      dueOn: dueOn ?? null,
      doneOn: null,
      doneBy: null,
      note: null,
      fileId: null,
    });
    await context.audit({ action: 'case.step_added', subject: subject(caseId), details: { step } });
    return done({ step });
  },
});

/** Gives the case up, with its reason. */
export const stopCase = defineCommand({
  name: 'case.stop',
  permission,
  input: stopCaseInput,
  async run(context, { caseId, reason }) {
    const { trx, officeCode, now, actor } = context;
    const found = await caseFor(context, caseId, 'stop');
    if (!found.ok) return found;
    await updateCase(trx, officeCode, caseId, {
      status: found.value.status,
      stoppedReason: reason,
      closedAt: now,
      closedBy: actor.name,
    });
    await context.audit({ action: 'case.stopped', subject: subject(caseId), reason });
    return done();
  },
});

/** Takes a stopped case up again. Refused by the database (`duplicate`) where another was opened in its place. */
export const resumeCase = defineCommand({
  name: 'case.resume',
  permission,
  input: resumeCaseInput,
  async run(context, { caseId }) {
    const { trx, officeCode } = context;
    const found = await caseFor(context, caseId, 'resume');
    if (!found.ok) return found;
    await updateCase(trx, officeCode, caseId, {
      status: found.value.status,
      stoppedReason: null,
      closedAt: null,
      closedBy: null,
    });
    await context.audit({ action: 'case.resumed', subject: subject(caseId) });
    return done();
  },
});
