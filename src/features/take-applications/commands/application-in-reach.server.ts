import type { CommandContext } from '#platform/command.server.ts';
import { isOwnEnterprise, standingWithinReach } from '../../register-enterprise/index.server.ts';
import { type ApplicationRow, findApplication } from '../queries/applications.server.ts';

/** The application, where its enterprise is the person's own or lies within their reach; otherwise null. */
export async function applicationInReach(
  context: Pick<CommandContext, 'trx' | 'officeCode' | 'scopes'>,
  applicationId: string,
): Promise<ApplicationRow | null> {
  const found = await findApplication(context.trx, context.officeCode, applicationId);
  if (!found) return null;
  const { enterpriseId } = found;
  const reached =
    (await standingWithinReach(context, enterpriseId)) !== null ||
    (await isOwnEnterprise(context, enterpriseId));
  return reached ? found : null;
}
