import type { EnterpriseModel } from '#likeness/enterprise-record.ts';
import type { Trx } from '#platform/db/connect.server.ts';

/** The parameters that the office's last learning gave; undefined while nothing was learned. */
export async function findModel(trx: Trx, office: string): Promise<unknown> {
  const row = await trx
    .selectFrom('linkageModels')
    .select('model')
    .where('officeCode', '=', office)
    .where('current', '=', true)
    .executeTakeFirst();
  return row?.model;
}

/** Keeps what was learned; what held before stays on record. */
export async function keepModel(
  trx: Trx,
  office: string,
  learned: { modelId: string; model: EnterpriseModel; labelsUsed: number; at: Date },
): Promise<void> {
  await trx
    .updateTable('linkageModels')
    .set({ current: false })
    .where('officeCode', '=', office)
    .where('current', '=', true)
    .execute();
  await trx
    .insertInto('linkageModels')
    .values({
      officeCode: office,
      modelId: learned.modelId,
      model: JSON.stringify(learned.model),
      trainedAt: learned.at,
      labelsUsed: learned.labelsUsed,
    })
    .execute();
}
