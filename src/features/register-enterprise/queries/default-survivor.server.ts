import type { Trx } from '#platform/db/connect.server.ts';
import { findEnterprise, findMainPremises, listMembers } from '../enterprise-store.server.ts';
import { listSourcesOf } from '../profile-store.server.ts';
import { chooseSurvivor, type SurvivorFacts } from '../rules/choose-survivor.ts';
import { enterpriseUnits } from '../rules/merge-units.ts';
import type { Values } from '../rules/merged-values.ts';

/** Which of two enterprises stays unless a person says otherwise; undefined when one of them is not there. */
export async function defaultSurvivor(
  trx: Trx,
  officeCode: string,
  [oneId, otherId]: readonly [string, string],
): Promise<{ survivorId: string; mergedId: string } | undefined> {
  const one = await factsOf(trx, officeCode, oneId);
  const other = await factsOf(trx, officeCode, otherId);
  if (!one || !other) return undefined;
  const survivorId = chooseSurvivor(one, other).enterpriseId;
  return { survivorId, mergedId: survivorId === one.enterpriseId ? other.enterpriseId : one.enterpriseId };
}

async function factsOf(trx: Trx, office: string, enterpriseId: string): Promise<SurvivorFacts | undefined> {
  const enterprise = await findEnterprise(trx, office, enterpriseId);
  if (!enterprise) return undefined;
  const premises = await findMainPremises(trx, office, enterprise.enterpriseId);
  const values = { ...enterprise, ...premises } as unknown as Values;
  const sources = await listSourcesOf(trx, office, await listMembers(trx, office, enterprise));
  return {
    enterpriseId: enterprise.enterpriseId,
    standing: enterprise.standing,
    filled: enterpriseUnits.filter((unit) => unit.strength(values) === 2).length,
    sources: sources.length,
  };
}
