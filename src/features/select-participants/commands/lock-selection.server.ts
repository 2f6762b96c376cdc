import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, invalid, refused } from '#kernel/refusal.ts';
import { randomWords } from '#platform/auth/random-code.server.ts';
import { defineCommand } from '#platform/command.server.ts';
import { findIntake, type IntakeRow } from '../../plan-programme/index.server.ts';
import { lockSelectionInput } from '../input.ts';
import { selectionPermissions } from '../permissions.ts';
import { sameSeed } from '../rules/seed.ts';
import { hindranceToLock } from '../rules/selection-steps.ts';
import { findSelection, listIntakeIds, listRuns, updateSelection } from '../selection-store.server.ts';

/**
 * Fixes and publishes how seats are given, and the seed that decides between equals. Only before the close of applications
 * of every intake; a seed that was tried out is refused.
 */
export const lockSelection = defineCommand({
  name: 'selection.lock',
  permission: selectionPermissions['selection.plan'],
  input: lockSelectionInput,
  async run(context, { selectionId, revision, seed, seedSource }) {
    const { trx, officeCode, now, actor } = context;
    const selection = isOfWholeOffice(context)
      ? await findSelection(trx, officeCode, selectionId, true)
      : null;
    if (!selection) return refused('not_found');
    const intakes: IntakeRow[] = [];
    // Held, so that nobody closes one meanwhile.
    for (const intakeId of await listIntakeIds(trx, officeCode, selectionId))
      intakes.push((await findIntake(trx, officeCode, intakeId, true))!);
    const hindrance = hindranceToLock({ status: selection.status, intakes, now });
    if (hindrance) return refused('wrong_state', { details: { hindrance } });
    if (selection.revision !== revision) return refused('conflict_stale');
    if (seed !== undefined && seed.length < 4) return invalid([{ path: 'seed', code: 'too_short' }]);
    if (seed !== undefined && seedSource === undefined)
      return invalid([{ path: 'seedSource', code: 'blank' }]);
    const tried = await listRuns(trx, officeCode, selectionId);
    if (seed !== undefined && tried.some((run) => sameSeed(run.seed, seed)))
      return refused('wrong_state', { details: { hindrance: 'seed_tried' } });
    const published = seed ?? randomWords(4, 4);
    await updateSelection(trx, officeCode, selectionId, {
      seed: published,
      seedSource: seed === undefined ? null : (seedSource ?? null),
      status: 'locked',
      lockedAt: now,
      lockedBy: actor.name,
    });
    await context.audit({
      action: 'selection.locked',
      subject: { kind: 'selection', id: selectionId },
      details: { seed: published, source: seedSource ?? null, plan: selection.plan },
    });
    return done({ selectionId, seed: published });
  },
});
