import type { CommandContext } from '#platform/command.server.ts';
import { findFile, listStoodFor, standingWithinReach } from '../../register-enterprise/index.server.ts';
import { type CaseWithSteps, findCase } from '../case-store.server.ts';

type Context = Pick<CommandContext, 'trx' | 'officeCode' | 'scopes'>;
export type CaseInReach = { case: CaseWithSteps; enterprise: { enterpriseId: string; name: string } };

/** A case with the enterprise that now stands for it; null where there is none, or it lies outside the person's areas and groups. */
export async function caseWithinReach(
  context: Context,
  caseId: string,
  lock = false,
): Promise<CaseInReach | null> {
  const found = await findCase(context.trx, context.officeCode, caseId, lock);
  const enterprise = found && (await standingWithinReach(context, found.enterpriseId));
  return found && enterprise ? { case: found, enterprise } : null;
}

/** Whether a file was kept for this enterprise, under whichever of its records. */
export async function isFileOf(
  { trx, officeCode }: Context,
  fileId: string,
  standingId: string,
): Promise<boolean> {
  const file = await findFile(trx, officeCode, fileId);
  if (!file?.enterpriseId) return false;
  return (await listStoodFor(trx, officeCode, standingId)).includes(file.enterpriseId);
}
