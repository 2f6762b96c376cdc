import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { listEmailsToReach } from '../../register-enterprise/index.server.ts';
import { enterpriseIdInput } from '../input.ts';
import { reachPermissions } from '../permissions.ts';
import { liftRefusedAddress } from '../refused-address-store.server.ts';
import { findEnterprise } from './keep-consent.server.ts';

/**
 * The owner's address is right after all, say since their mailbox works again: lists may write there. Refuses: not_found,
 * evidence_missing (no address on record), already_done (nothing is held against it).
 */
export const trustAddress = defineCommand({
  name: 'contact.trust_address',
  permission: reachPermissions['reach.consent'],
  input: enterpriseIdInput,
  async run(context, { enterpriseId }) {
    const { trx, officeCode, actor, now } = context;
    const found = await findEnterprise(context, enterpriseId);
    if (!found.ok) return found;
    const { ownerId } = found.value;
    const [email] = ownerId === null ? [] : await listEmailsToReach(trx, officeCode, [ownerId]);
    if (!email) return refused('evidence_missing');
    if (!(await liftRefusedAddress(trx, officeCode, email.emailIndex, { at: now, by: actor.id })))
      return refused('already_done');
    await context.audit({
      action: 'contact.address_trusted',
      subject: { kind: 'owner', id: email.ownerId },
      details: { enterpriseId },
    });
    return done();
  },
});
