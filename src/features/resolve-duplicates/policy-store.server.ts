import type { Trx } from '#platform/db/connect.server.ts';
import { usualTarget } from './rules/false-merge-target.ts';

export type PolicyRow = {
  /** At most one in so many merges by the machine may be wrong; null: it never merges. */
  falseMergeTarget: number | null;
  /** Examples looked at before were of another target. */
  examplesSince: Date | null;
  releasedAt: Date | null;
  releasedBy: string | null;
  taskId: string | null;
};

/** The office's choice, or what holds until it has chosen. `lock`: held until the transaction ends. */
export async function getPolicy(trx: Trx, office: string, lock = false): Promise<PolicyRow> {
  const query = trx
    .selectFrom('linkagePolicies')
    .select(['falseMergeTarget', 'examplesSince', 'releasedAt', 'releasedBy', 'taskId'])
    .where('officeCode', '=', office);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return (
    row ?? {
      falseMergeTarget: usualTarget,
      examplesSince: null,
      releasedAt: null,
      releasedBy: null,
      taskId: null,
    }
  );
}

export async function savePolicy(
  trx: Trx,
  office: string,
  policy: PolicyRow,
  { at, by }: { at: Date; by: string },
): Promise<void> {
  const values = { ...policy, updatedAt: at, updatedBy: by };
  await trx
    .insertInto('linkagePolicies')
    .values({ officeCode: office, ...values })
    .onConflict((conflict) => conflict.column('officeCode').doUpdateSet(values))
    .execute();
}
