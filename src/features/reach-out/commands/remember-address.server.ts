import type { CommandContext } from '#platform/command.server.ts';
import type { MailRow } from '../mail-store.server.ts';
import { insertRefusedAddress } from '../refused-address-store.server.ts';

/**
 * Nobody is at the address of this mail: no list writes there again until somebody says otherwise, whoever has the address.
 * False: this mail had taught it before.
 */
export async function rememberAddress(
  context: CommandContext,
  mail: MailRow,
  heardAs: 'server' | 'officer',
): Promise<boolean> {
  const { trx, officeCode, now, actor } = context;
  const { messageId, emailIndex, ownerId, outreachId } = mail;
  const row = { officeCode, messageId, emailIndex, heardAs, heardAt: now, recordedBy: actor.id };
  if (!(await insertRefusedAddress(trx, row))) return false;
  await context.audit({
    action: 'contact.address_refused',
    subject: { kind: 'owner', id: ownerId },
    details: { messageId, outreachId, heardAs },
  });
  return true;
}
