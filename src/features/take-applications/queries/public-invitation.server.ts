import { systemActor } from '#kernel/actor.ts';
import type { Locale } from '#kernel/language.ts';
import { done, type Outcome, refused } from '#kernel/refusal.ts';
import { countAttempt } from '#platform/auth/rate-limits.server.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { standingsOf } from '../../judge-eligibility/index.server.ts';
import { findIntake } from '../../plan-programme/index.server.ts';
import { canonicalIds, listWithOwners } from '../../register-enterprise/index.server.ts';
import { hashOfCode, redeemInvitation } from '../commands/invitations.server.ts';
import { findInvitation, findOfficeOfInvitation } from '../invitation-store.server.ts';
import { type InvitationState, invitationState, readInvitationCode } from '../rules/invitation-state.ts';
import { maskName } from '../rules/mask-name.ts';
import type { PublicIntake } from '../rules/public-view.ts';
import { publicIntakeView } from './public-intakes.server.ts';

/** A family shares one address; codes cannot be guessed anyway. */
const codeLimit = { name: 'invitation', attempts: 30, seconds: 600 };

export type PublicInvitation = {
  state: InvitationState;
  /** In part: enough for its owner to know it again. */
  enterprise: string;
  expiresAt: Date;
  intake: PublicIntake;
};

const findByCode = (services: Services, code: string) =>
  findOfficeOfInvitation(services.db, hashOfCode(readInvitationCode(code)));

/** What the bearer of a code may see before using it; null: there is no such invitation. */
export async function openInvitation(
  services: Services,
  clientAddress: string,
  code: string,
): Promise<Outcome<PublicInvitation | null>> {
  const counted = await countAttempt(services.db, codeLimit, clientAddress);
  if (!counted.ok) return counted;
  const held = await findByCode(services, code);
  if (!held) return done(null);
  const { officeCode, invitationId } = held;
  return inOneTransaction(services, systemActor(officeCode, 'Undangan'), async ({ trx, now }) => {
    const invitation = await findInvitation(trx, officeCode, invitationId);
    const intake = invitation && (await findIntake(trx, officeCode, invitation.intakeId));
    if (!invitation || !intake) return done(null);
    const named = await listWithOwners(trx, officeCode, { enterpriseIds: [invitation.enterpriseId] });
    return done({
      state: invitationState(invitation, now.getTime()),
      enterprise: maskName(named[0]?.name ?? ''),
      expiresAt: invitation.expiresAt,
      intake: await publicIntakeView({ trx, officeCode, now }, intake),
    });
  });
}

/** What came of using it: received, with what is still lacking and what nobody knows yet. */
export type InvitationUsed = { isNew: boolean; lacking: string[]; unknown: string[] };

/**
 * Applies with a code. Refused: `rate_limited`, `not_found`, `already_done` (used before), `expired`, and what receiveMany
 * refuses.
 */
export async function useInvitation(
  services: Services,
  clientAddress: string,
  { code, applicationId }: { code: string; applicationId: string },
  locale: Locale,
): Promise<Outcome<InvitationUsed>> {
  const counted = await countAttempt(services.db, codeLimit, clientAddress);
  if (!counted.ok) return counted;
  const held = await findByCode(services, code);
  if (!held) return refused('not_found');
  const { officeCode, invitationId } = held;
  const bearer = systemActor(officeCode, 'Undangan');
  const used = await execute(services, bearer, redeemInvitation, { invitationId, applicationId });
  if (!used.ok) return used;
  const { intakeId, enterpriseId, isNew } = used.value;
  return inOneTransaction(services, bearer, async (context) => {
    const { trx } = context;
    const intake = await findIntake(trx, officeCode, intakeId);
    const standsFor = (await canonicalIds(trx, officeCode, [enterpriseId])).get(enterpriseId) ?? enterpriseId;
    const known = intake && (await standingsOf(context, intake.programmeId, [standsFor], locale));
    const { lacking = [], unknown = [] } = known?.standings.get(standsFor) ?? {};
    return done({ isNew, lacking, unknown });
  });
}
