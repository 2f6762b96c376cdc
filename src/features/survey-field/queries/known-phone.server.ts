import type { QueryContext } from '#platform/command.server.ts';
import { findPhone } from '../phone-store.server.ts';

/** Whether a phone is registered with this office, revoked or not. */
export async function isKnownPhone({ trx, officeCode }: QueryContext, phoneId: string): Promise<boolean> {
  return (await findPhone(trx, officeCode, phoneId)) !== undefined;
}
