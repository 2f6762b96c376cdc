import type { Actor } from '#kernel/actor.ts';
import { type AuditEntry, writeAudit } from '../audit/audit.server.ts';
import { withOffice } from '../db/connect.server.ts';
import type { Services } from '../services.server.ts';

/**
 * Writes one audit line for a deed that better-auth has done in a transaction of its own (signing in, second
 * factor, password): right after it, in the office of the actor.
 */
export async function auditAccount(
  services: Pick<Services, 'db' | 'clock'>,
  actor: Actor,
  entry: AuditEntry,
): Promise<void> {
  await withOffice(services.db, actor.officeCode, (trx) => writeAudit(trx, actor, services.clock(), entry));
}
