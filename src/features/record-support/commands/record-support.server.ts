import type { CommandContext } from '#platform/command.server.ts';
import { isSameAbsence } from '../rules/absence.ts';
import type { Support } from '../rules/support.ts';
import { insertSupports, listOfSource, withdrawSupports } from '../support-store.server.ts';

type MadeHere = 'supportId' | 'recordedAt' | 'recordedBy';
/** Without `absence` nothing is known of it. */
export type NewSupport = Omit<Support, MadeHere | 'absence'> & Partial<Pick<Support, 'absence'>>;

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
    rows.map((row) => ({
      ...row,
      absence: row.absence ?? null,
      supportId: newId(),
      recordedAt: now,
      recordedBy: actor.name,
    })),
  );
}

type IntakeSupport = Omit<Support, MadeHere | 'sourceKind' | 'sourceId'>;

/**
 * What an intake brought these enterprises, at most one row for each, within the caller's transaction, which holds the intake.
 * Whoever has no line of this intake gets one; a line that says another end or another absence is taken back and written anew,
 * so that what it said stays readable in the table; a line that says the same is not touched. Answers how many were new and
 * how many were brought up to date; the caller writes the audit.
 */
export async function recordIntake(
  context: CommandContext,
  intakeId: string,
  rows: readonly IntakeSupport[],
): Promise<{ written: number; updated: number }> {
  const { trx, officeCode, now, actor } = context;
  const source = { sourceKind: 'intake', sourceId: intakeId } as const;
  const lines = await listOfSource(trx, officeCode, source);
  const standing = new Map(lines.map((line) => [line.enterpriseId, line]));
  const fresh = rows.filter(({ enterpriseId }) => !standing.has(enterpriseId));
  const changed = rows.flatMap((row) => {
    const line = standing.get(row.enterpriseId);
    if (!line || (line.outcome === row.outcome && isSameAbsence(line.absence, row.absence))) return [];
    return [{ line, row }];
  });
  const supportIds = changed.map(({ line }) => line.supportId);
  await withdrawSupports(trx, officeCode, { supportIds }, { at: now, by: actor.name });
  const ofIntake = (row: IntakeSupport): NewSupport => ({ ...row, ...source });
  const updated = await recordSupport(
    context,
    changed.map(({ row }) => ofIntake(row)),
  );
  return { written: await recordSupport(context, fresh.map(ofIntake)), updated };
}
