import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { revokeInput } from '../input.ts';
import { fieldPermissions } from '../permissions.ts';
import { findPhone, updateRevoked } from '../phone-store.server.ts';

/**
 * Takes the right of a phone away, or of one person on it. What it still holds is delivered first, and waits for a
 * person; then it forgets. Refused: `not_found`, `already_done`.
 */
export const revokePhone = defineCommand({
  name: 'field.revoke_phone',
  permission: fieldPermissions['field.receive'],
  input: revokeInput,
  async run(context, { phoneId, userId }) {
    const { trx, officeCode, now } = context;
    if (!(await findPhone(trx, officeCode, phoneId))) return refused('not_found');
    if (!(await updateRevoked(trx, officeCode, { phoneId, userId }, now))) return refused('already_done');
    await context.audit({
      action: userId === undefined ? 'phone.revoked' : 'phone.person_revoked',
      subject: { kind: 'phone', id: phoneId },
      details: userId === undefined ? {} : { userId },
    });
    return done();
  },
});
