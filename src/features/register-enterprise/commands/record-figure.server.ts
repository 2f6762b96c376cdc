import { plainDateInWib } from '#kernel/calendar.ts';
import { done, invalid, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { listMembers, updateEnterprise } from '../enterprise-store.server.ts';
import { insertFigure, listFigures } from '../figure-store.server.ts';
import { recordFigureInput } from '../input.ts';
import { registerPermissions } from '../permissions.ts';
import { computeScale } from '../rules/computed-scale.ts';
import { writeToUnion } from './shown-enterprise.server.ts';
import { enterpriseWithinReach, recordChange } from './within-reach.server.ts';

/** Adds a yearly figure; earlier ones stay, and the scale by law is worked out anew. */
export const recordFigure = defineCommand({
  name: 'enterprise.record_figure',
  permission: registerPermissions['enterprise.edit'],
  input: recordFigureInput,
  async run(context, input) {
    const { trx, officeCode, now, newId, actor } = context;
    const today = plainDateInWib(now.getTime());
    const observedOn = input.observedOn ?? today;
    if (observedOn > today) return invalid([{ path: 'observedOn', code: 'date_in_future' }]);
    if (input.amountUpper !== undefined && input.amountUpper < input.amount) {
      return invalid([{ path: 'amountUpper', code: 'out_of_range' }]);
    }
    const enterprise = await enterpriseWithinReach(context, input.enterpriseId);
    if (!enterprise) return refused('not_found');
    const figureId = newId();
    await insertFigure(trx, {
      officeCode,
      figureId,
      enterpriseId: input.enterpriseId,
      kind: input.kind,
      year: input.year,
      amount: input.amount,
      amountUpper: input.amountUpper ?? null,
      grade: input.grade,
      sourceKind: actor.kind === 'token' ? 'api' : 'officer',
      sourceId: null,
      observedOn,
      recordedAt: now,
      recordedBy: actor.name,
    });
    const members = await listMembers(trx, officeCode, enterprise);
    const computedScale = computeScale(await listFigures(trx, officeCode, members), today);
    if (enterprise.own === null)
      await updateEnterprise(trx, officeCode, input.enterpriseId, { computedScale }, now);
    else await writeToUnion(context, { root: enterprise, addressedTo: input.enterpriseId, columns: {} });
    await recordChange(context, {
      enterpriseId: input.enterpriseId,
      ownerId: enterprise.ownerId,
      kind: 'figure',
      changes: [{ field: `${input.kind}.${input.year}`, before: null, after: String(input.amount) }],
    });
    await context.audit({
      action: 'enterprise.figure_recorded',
      subject: { kind: 'enterprise', id: input.enterpriseId },
      details: { kind: input.kind, year: input.year, grade: input.grade },
    });
    return done({ figureId, computedScale });
  },
});
