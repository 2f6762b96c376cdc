import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type Actor, isOfWholeOffice } from '#kernel/actor.ts';
import { done, type Outcome, refused } from '#kernel/refusal.ts';
import { randomWords } from '#platform/auth/random-code.server.ts';
import { type CommandContext, defineCommand, execute, inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { selectInWorker } from '#selection/node/select-in-worker.ts';
import type { SelectionProblem } from '#selection/problem.ts';
import type { Selection, SelectionOutcome } from '#selection/selection.ts';
import { makeSelectionFile } from '#selection/selection-file.ts';
import { differenceOf } from '#selection/what-if.ts';
import { type RunSelectionAsked, runSelectionInput } from '../input.ts';
import { selectionPermissions } from '../permissions.ts';
import { officialRun } from '../queries/official-run.server.ts';
import { intakesOf, selectionFacts } from '../queries/selection-facts.server.ts';
import { buildProblem, type LeftOut } from '../rules/build-problem.ts';
import type { SelectionFacts } from '../rules/candidate-facts.ts';
import { makeResults } from '../rules/make-results.ts';
import { sameSeed } from '../rules/seed.ts';
import { hindranceToRun } from '../rules/selection-steps.ts';
import { changedProblem, type WhatIf } from '../rules/what-if.ts';
import {
  findSelection,
  insertResults,
  insertRun,
  type SelectionRow,
  updateSelection,
} from '../selection-store.server.ts';
import { offerSeats } from './offer-seats.server.ts';

/** What a run is made of, read in one transaction; the solving happens outside of it. */
type Prepared = {
  asked: RunSelectionAsked;
  revision: number;
  seed: string;
  facts: SelectionFacts;
  problem: SelectionProblem;
  leftOut: LeftOut[];
  /** Of a what-if after the decision: the list that it is compared with. */
  decided: Selection | null;
};

/** Made out of what is known now, to tell whether it is still the same when the list is written down. */
const stampOf = (facts: SelectionFacts, problem: SelectionProblem): string =>
  JSON.stringify([
    problem,
    facts.applicants
      .map(({ enterpriseId, applications }) => [
        enterpriseId,
        ...applications.map((one) => one.applicationId),
      ])
      .sort(),
  ]);

/** Whether this may be run now. */
export async function decideRun(
  context: CommandContext,
  { selectionId, kind, seed, change }: RunSelectionAsked,
): Promise<Outcome<SelectionRow>> {
  const { trx, officeCode, now } = context;
  const selection = isOfWholeOffice(context) ? await findSelection(trx, officeCode, selectionId) : null;
  if (!selection || selection.status === 'dropped') return refused('not_found');
  if (kind === 'official') {
    const intakes = await intakesOf(context, selectionId);
    const hindrance = hindranceToRun({ status: selection.status, intakes, now });
    if (hindrance === 'decided') return refused('already_done');
    if (hindrance || change) return refused('wrong_state', hindrance ? { details: { hindrance } } : {});
  } else if (seed !== undefined && selection.seed !== null && sameSeed(seed, selection.seed))
    return refused('wrong_state', { details: { hindrance: 'seed_published' } });
  return done(selection);
}

const prepareRun = defineCommand({
  name: 'selection.prepare_run',
  permission: selectionPermissions['selection.run'],
  input: runSelectionInput,
  async run(context, asked): Promise<Outcome<Prepared>> {
    const { trx, officeCode } = context;
    const { selectionId, kind } = asked;
    const decision = await decideRun(context, asked);
    if (!decision.ok) return decision;
    const selection = decision.value;
    const { plan, revision } = selection;
    if (selection.status === 'decided') {
      const official = (await officialRun(trx, officeCode, selectionId))!;
      const { problem, selection: decided } = official.file;
      const facts: SelectionFacts = { today: '', intakes: [], lines: [], applicants: [] };
      return done({ asked, revision, seed: official.seed, facts, problem, leftOut: [], decided });
    }
    const seed = kind === 'official' ? selection.seed! : (asked.seed ?? `coba-${randomWords(2, 4)}`);
    const facts = await selectionFacts(context, selectionId, plan);
    return done({ asked, revision, seed, facts, ...buildProblem(plan, seed, facts), decided: null });
  },
});

/**
 * Runs a selection: reads what is known, lets go of the database, finds the list in a thread of its own, and writes it down
 * if nothing changed meanwhile. A trial may have any seed but the published one, and may try a change out. The official run
 * comes after the close of applications; the first that finds a list is the only one.
 * @returns the run; `clash` where the rules cannot be kept together, which is on record too
 */
export async function runSelection(
  services: Services,
  actor: Actor,
  given: unknown,
  signal?: AbortSignal,
): Promise<Outcome<{ runId: string; outcome: SelectionOutcome['kind'] }>> {
  const read = await execute(services, actor, prepareRun, given);
  if (!read.ok) return read;
  const prepared = read.value;
  const { problem, asked } = prepared;
  const control = signal ? { signal } : {};
  const variant = asked.change ? changedProblem(problem, asked.change) : problem;
  const base = asked.change && !prepared.decided ? await selectInWorker(problem, {}, control) : null;
  const outcome = await selectInWorker(variant, {}, control);
  const before = prepared.decided ?? (base?.kind === 'selected' ? base.selection : null);
  const whatIf = asked.change ? whatIfOf(asked.change, before, outcome) : null;
  const file =
    outcome.kind === 'selected' ? await zipped(makeSelectionFile(variant, outcome.selection)) : null;
  return inOneTransactionOrNothing(services, actor, (context) =>
    record(context, prepared, { outcome, variant, whatIf, file }),
  );
}

type Found = {
  outcome: SelectionOutcome;
  variant: SelectionProblem;
  whatIf: WhatIf | null;
  file: Buffer | null;
};

const zipped = (file: object): Promise<Buffer> => promisify(gzip)(JSON.stringify(file));

function whatIfOf(change: WhatIf['change'], before: Selection | null, outcome: SelectionOutcome): WhatIf {
  const after = outcome.kind === 'selected' ? outcome.selection.seats : [];
  return {
    change,
    before: { total: before?.total ?? 0, seats: before?.seats.length ?? 0 },
    ...differenceOf(before?.seats ?? [], after),
  };
}

/** Carries a refusal out of the transaction, which is then undone. */
async function inOneTransactionOrNothing<Value>(
  services: Services,
  actor: Actor,
  work: (context: CommandContext) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  let answer: Outcome<Value> | undefined;
  try {
    return await inOneTransaction(services, actor, async (context) => {
      answer = await work(context);
      if (!answer.ok) throw answer;
      return answer;
    });
  } catch (error) {
    if (answer && error === answer) return answer;
    throw error;
  }
}

async function record(
  context: CommandContext,
  { asked, revision, seed, facts, problem, leftOut }: Prepared,
  { outcome, variant, whatIf, file }: Found,
): Promise<Outcome<{ runId: string; outcome: SelectionOutcome['kind'] }>> {
  const { trx, officeCode, now, newId, actor } = context;
  const { selectionId, kind } = asked;
  // Held until the end: of two official runs at once the second finds that it is decided.
  const selection = await findSelection(trx, officeCode, selectionId, true);
  if (!selection || selection.status === 'dropped') return refused('not_found');
  const isOfficial = kind === 'official';
  if (isOfficial) {
    if (selection.status === 'decided') return refused('already_done');
    const fresh = await selectionFacts(context, selectionId, selection.plan);
    const again = buildProblem(selection.plan, seed, fresh).problem;
    if (selection.revision !== revision || stampOf(fresh, again) !== stampOf(facts, problem))
      return refused('conflict_stale');
  }
  const runId = newId();
  const found = outcome.kind === 'selected' ? outcome.selection : null;
  await insertRun(trx, officeCode, {
    runId,
    selectionId,
    kind,
    seed,
    ranAt: now,
    ranBy: actor.name,
    outcome: outcome.kind,
    whatIf,
    applicants: problem.candidates.length + leftOut.length,
    seats: found?.seats.length ?? 0,
    total: found?.total ?? null,
    way: found?.way ?? null,
    proof: found?.proof ?? null,
    clashes: outcome.kind === 'clash' ? outcome.clashes : outcome.kind === 'faulty' ? outcome.faults : null,
    file,
  });
  if (isOfficial && found) {
    const results = makeResults(selection.plan, facts, variant, leftOut, found.seats);
    await insertResults(
      trx,
      officeCode,
      results.map((result) => ({ runId, ...result })),
    );
    await updateSelection(trx, officeCode, selectionId, { status: 'decided' });
    const offered = await offerSeats(context, { selectionId });
    if (!offered.ok) return offered;
  }
  await context.audit({
    action: !isOfficial ? 'selection.tried' : found ? 'selection.decided' : 'selection.not_decided',
    subject: { kind: 'selection', id: selectionId },
    details: {
      runId,
      seed,
      applicants: problem.candidates.length + leftOut.length,
      chosen: found?.seats.length ?? 0,
      ...(asked.change ? { change: asked.change } : {}),
    },
  });
  return done({ runId, outcome: outcome.kind });
}
