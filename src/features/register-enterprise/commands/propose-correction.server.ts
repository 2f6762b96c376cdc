import { z } from 'zod';
import { done, refused } from '#kernel/refusal.ts';
import { idShape, requiredText } from '#kernel/shape.ts';
import { defineCommand } from '#platform/command.server.ts';
import { findEnterprise } from '../enterprise-store.server.ts';
import { findOwner, listOwnerMembers } from '../owner-store.server.ts';
import { registerPermissions } from '../permissions.ts';
import { CORRECTION } from '../rules/record-history.ts';
import { recordChange } from './within-reach.server.ts';

/**
 * An owner asks the office to correct what it holds (UU 27/2022 art. 6 and 30). Nothing of the record changes: the
 * wish stands in its history until an officer edits it. Refused: `not_found` for an enterprise that is not theirs.
 */
export const proposeCorrection = defineCommand({
  name: 'owner.propose_correction',
  permission: registerPermissions['enterprise.view_own'],
  input: z.object({ ownerId: idShape, enterpriseId: idShape.optional(), text: requiredText(1_000) }),
  async run(context, { ownerId, enterpriseId, text }) {
    const { trx, officeCode, scopes } = context;
    if (!scopes.some((scope) => scope.kind === 'owner' && scope.code === ownerId))
      return refused('not_found');
    if (enterpriseId) {
      const owner = await findOwner(trx, officeCode, ownerId);
      const records: (string | null)[] = owner ? await listOwnerMembers(trx, officeCode, owner) : [];
      const enterprise = await findEnterprise(trx, officeCode, enterpriseId);
      if (!enterprise || !records.includes(enterprise.ownerId)) return refused('not_found');
    }
    await recordChange(context, {
      enterpriseId: enterpriseId ?? null,
      ownerId,
      kind: 'note',
      changes: [{ field: CORRECTION, before: null, after: text }],
    });
    await context.audit({
      action: 'owner.correction_proposed',
      subject: enterpriseId ? { kind: 'enterprise', id: enterpriseId } : { kind: 'owner', id: ownerId },
    });
    return done();
  },
});
