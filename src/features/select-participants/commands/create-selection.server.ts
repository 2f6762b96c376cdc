import { isOfWholeOffice } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { hasConditions } from '../../judge-eligibility/index.server.ts';
import { findIntake, type IntakeRow } from '../../plan-programme/index.server.ts';
import { createSelectionInput } from '../input.ts';
import { selectionPermissions } from '../permissions.ts';
import { usualPlan } from '../rules/selection-plan.ts';
import { findSelection, insertSelection, listTakenIntakes } from '../selection-store.server.ts';

/**
 * Begins the selection of one intake, or of several of one programme that share money or seats set aside. Sent twice with
 * the same id it is begun once.
 */
export const createSelection = defineCommand({
  name: 'selection.create',
  permission: selectionPermissions['selection.plan'],
  input: createSelectionInput,
  async run(context, { selectionId, intakeIds }) {
    const { trx, officeCode, now, actor } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    if (await findSelection(trx, officeCode, selectionId)) return done({ selectionId });
    const intakes: IntakeRow[] = [];
    for (const intakeId of [...new Set(intakeIds)].sort()) {
      const intake = await findIntake(trx, officeCode, intakeId, true);
      if (!intake) return refused('not_found');
      if (!['planned', 'open', 'closed'].includes(intake.status)) return refused('wrong_state');
      intakes.push(intake);
    }
    const [first] = intakes;
    if (intakes.some(({ programmeId }) => programmeId !== first!.programmeId)) return refused('wrong_state');
    const ids = intakes.map(({ intakeId }) => intakeId);
    if ((await listTakenIntakes(trx, officeCode, ids)).length > 0) return refused('already_done');
    const names = intakes.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'id'));
    await insertSelection(
      trx,
      officeCode,
      {
        selectionId,
        name: names.join(' & '),
        plan: usualPlan({
          year: Number(plainDateInWib(now.getTime()).slice(0, 4)),
          hasConditions: await hasConditions(context, first!.programmeId),
        }),
        seed: null,
        seedSource: null,
        status: 'draft',
        lockedAt: null,
        lockedBy: null,
        createdAt: now,
        createdBy: actor.name,
      },
      ids,
    );
    await context.audit({
      action: 'selection.begun',
      subject: { kind: 'selection', id: selectionId },
      details: { intakes: names },
    });
    return done({ selectionId });
  },
});
