import type { CommandContext } from '#platform/command.server.ts';
import type { Support } from '../rules/support.ts';
import { insertSupports } from '../support-store.server.ts';

export type NewSupport = Omit<Support, 'supportId' | 'recordedAt' | 'recordedBy'>;

/**
 * Writes into the ledger within the caller's transaction: certificates, finished cases, lists. What is on record already
 * (same enterprise, kind, topic, day and title) is passed over, so a retry is harmless. Answers how many were new; the
 * caller writes the audit.
 */
export function recordSupport(
  { trx, officeCode, actor, now, newId }: CommandContext,
  rows: readonly NewSupport[],
): Promise<number> {
  return insertSupports(
    trx,
    officeCode,
    rows.map((row) => ({ ...row, supportId: newId(), recordedAt: now, recordedBy: actor.name })),
  );
}
