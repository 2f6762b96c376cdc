import type { Actor } from '#kernel/actor.ts';
import { formatLongDate, type PlainDate, plainDateInWib } from '#kernel/calendar.ts';
import { done, type Outcome, refused } from '#kernel/refusal.ts';
import { execute, read } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { getOfficeName, listWithOwners } from '../../register-enterprise/index.server.ts';
import { invitationMessages } from '../messages/invitation-messages.ts';
import { applicationPermissions } from '../permissions.ts';
import { intakeHead } from '../queries/intake-head.server.ts';
import type { IntakeHead } from '../rules/applicants-view.ts';
import type { InvitationToHand } from '../rules/invitation-sheet.ts';
import { makeInvitations } from './invitations.server.ts';

export type HandedOut = { intake: IntakeHead; made: InvitationToHand[]; expiresOn: PlainDate };

/**
 * Makes codes and puts them into words, the only time they are known.
 * @param site origin at which owners reach the office's pages
 */
export async function handOutInvitations(
  services: Services,
  actor: Actor,
  given: { intakeId: string; enterpriseIds: unknown },
  site: string,
): Promise<Outcome<HandedOut>> {
  const outcome = await execute(services, actor, makeInvitations, given);
  if (!outcome.ok) return outcome;
  const { made, expiresAt } = outcome.value;
  // The last day of which all is still valid.
  const expiresOn = plainDateInWib(expiresAt.getTime() - 86_400_000);
  const view = applicationPermissions['application.view'];
  return read(services, actor, view, async (context) => {
    const found = await intakeHead(context, given.intakeId);
    if (!found) return null;
    const { trx, officeCode } = context;
    const office = await getOfficeName(trx, officeCode);
    const enterpriseIds = made.map(({ enterpriseId }) => enterpriseId);
    const named = new Map(
      (await listWithOwners(trx, officeCode, { enterpriseIds })).map((one) => [one.enterpriseId, one]),
    );
    const intake = found.head;
    const hands = made.map(({ enterpriseId, code }): InvitationToHand => {
      const one = named.get(enterpriseId);
      const name = one?.name ?? '';
      const link = `${site}/undangan/${code}`;
      const message = invitationMessages.id.toOwner({
        enterprise: name,
        programme: `${intake.programme} (${intake.name})`,
        office,
        link,
        code,
        day: formatLongDate(expiresOn),
      });
      const { ownerName = null, villageName = null } = one ?? {};
      return { enterpriseId, name, ownerName, village: villageName, code, link, message };
    });
    return { intake, made: hands, expiresOn };
  }).then((answer) => (!answer.ok ? answer : answer.value ? done(answer.value) : refused('not_found')));
}
