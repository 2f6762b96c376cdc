import type { Trx } from '#platform/db/connect.server.ts';

export type TrainerLink = {
  linkId: string;
  intakeId: string;
  trainer: string;
  validTo: string;
  madeAt: Date;
  madeBy: string;
  revokedAt: Date | null;
};

const columns = ['linkId', 'intakeId', 'trainer', 'validTo', 'madeAt', 'madeBy', 'revokedAt'] as const;

export async function insertTrainerLink(
  trx: Trx,
  office: string,
  link: TrainerLink & { codeHash: Buffer },
): Promise<void> {
  await trx
    .insertInto('trainerLinks')
    .values({ officeCode: office, ...link })
    .execute();
}

/** The newest first. */
export function listTrainerLinks(trx: Trx, office: string, intakeId: string): Promise<TrainerLink[]> {
  return trx
    .selectFrom('trainerLinks')
    .select([...columns])
    .where('officeCode', '=', office)
    .where('intakeId', '=', intakeId)
    .orderBy('madeAt', 'desc')
    .execute();
}

export async function findTrainerLink(
  trx: Trx,
  office: string,
  by: { linkId: string } | { codeHash: Buffer },
): Promise<TrainerLink | null> {
  const query = trx
    .selectFrom('trainerLinks')
    .select([...columns])
    .where('officeCode', '=', office);
  const narrowed =
    'linkId' in by ? query.where('linkId', '=', by.linkId) : query.where('codeHash', '=', by.codeHash);
  return (await narrowed.executeTakeFirst()) ?? null;
}

/** Answers whether it was valid until now. */
export async function revokeLink(trx: Trx, office: string, linkId: string, at: Date): Promise<boolean> {
  const revoked = await trx
    .updateTable('trainerLinks')
    .set({ revokedAt: at })
    .where('officeCode', '=', office)
    .where('linkId', '=', linkId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return revoked.numUpdatedRows > 0n;
}
