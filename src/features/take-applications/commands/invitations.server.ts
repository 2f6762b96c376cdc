import { createHash } from 'node:crypto';
import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, refused } from '#kernel/refusal.ts';
import { randomWords } from '#platform/auth/random-code.server.ts';
import { defineCommand } from '#platform/command.server.ts';
import { findIntake } from '../../plan-programme/index.server.ts';
import { listRecordsBehind, listStandingIds } from '../../register-enterprise/index.server.ts';
import { inviteInput, redeemInput, revokeInput } from '../input.ts';
import {
  findInvitation,
  insertInvitations,
  listInvitations,
  markRevoked,
  markUsed,
} from '../invitation-store.server.ts';
import { applicationPermissions } from '../permissions.ts';
import { listApplications } from '../queries/applications.server.ts';
import { applicationWindow } from '../rules/application-window.ts';
import { INVITATION_DAYS, invitationState } from '../rules/invitation-state.ts';
import { windowDetails } from '../rules/why-not.ts';
import { receiveMany } from './receive-many.server.ts';

/** Three groups of four: about 60 bits, so that none is found by trying. */
const newCode = () => randomWords(3, 4);

export const hashOfCode = (code: string): Buffer => createHash('sha256').update(code).digest();

export type MadeInvitation = { enterpriseId: string; code: string };

/**
 * Makes a code for each of these enterprises, shown this once: only hashes are kept. A code made before for the same
 * enterprise ends. Enterprises that have applied already are passed over. Refused `not_found`, `forbidden` (not of the
 * whole office), `wrong_state` where the intake no longer takes applications.
 */
export const makeInvitations = defineCommand({
  name: 'application.invite',
  permission: applicationPermissions['application.invite'],
  input: inviteInput,
  async run(context, { intakeId, enterpriseIds }) {
    const { trx, officeCode, now, actor } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const intake = await findIntake(trx, officeCode, intakeId, true);
    if (!intake) return refused('not_found');
    const window = applicationWindow(intake, now.getTime());
    if (window.state !== 'open' && window.state !== 'not_yet')
      return refused('wrong_state', { details: windowDetails(window) });
    const standing = await listStandingIds(trx, officeCode, enterpriseIds);
    if (enterpriseIds.some((id) => !standing.has(id))) return refused('not_found');
    const behind = await listRecordsBehind(trx, officeCode, enterpriseIds);
    const applied = new Set(
      (await listApplications(trx, officeCode, intakeId))
        .filter(({ status }) => status === 'received')
        .map(({ enterpriseId }) => behind.get(enterpriseId)),
    );
    const wanted = [...new Set(standing.values())].filter((id) => !applied.has(id));
    const before = (await listInvitations(trx, officeCode, intakeId)).filter(
      (one) =>
        invitationState(one, now.getTime()) === 'waiting' &&
        wanted.includes(behind.get(one.enterpriseId) ?? ''),
    );
    await markRevoked(
      trx,
      officeCode,
      before.map(({ invitationId }) => invitationId),
      now,
    );
    const made = wanted.map((enterpriseId): MadeInvitation => ({ enterpriseId, code: newCode() }));
    const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 86_400_000);
    await insertInvitations(
      trx,
      officeCode,
      made.map(({ enterpriseId, code }) => ({
        invitationId: context.newId(),
        intakeId,
        enterpriseId,
        codeHash: hashOfCode(code),
        expiresAt,
        madeAt: now,
        madeBy: actor.name,
      })),
    );
    await context.audit({
      action: 'application.invited',
      subject: { kind: 'intake', id: intakeId },
      details: { invitations: made.length, replaced: before.length },
    });
    return done({ made, expiresAt, applied: standing.size - wanted.length });
  },
});

/** Ends a code that nobody has used. Twice is harmless. */
export const revokeInvitation = defineCommand({
  name: 'application.revoke_invitation',
  permission: applicationPermissions['application.invite'],
  input: revokeInput,
  async run(context, { intakeId, invitationId }) {
    const { trx, officeCode, now } = context;
    const found = isOfWholeOffice(context) ? await findInvitation(trx, officeCode, invitationId, true) : null;
    if (found?.intakeId !== intakeId) return refused('not_found');
    if (found.applicationId !== null) return refused('wrong_state');
    if (found.revokedAt !== null) return done({ invitationId });
    await markRevoked(trx, officeCode, [invitationId], now);
    await context.audit({
      action: 'application.invitation_revoked',
      subject: { kind: 'enterprise', id: found.enterpriseId },
      details: { intakeId, invitationId },
    });
    return done({ invitationId });
  },
});

/**
 * Uses an invitation, in the name of the system: its bearer has shown the code. Once only; refused `already_done` the second
 * time, `expired` (also when revoked), else as receiveMany.
 */
export const redeemInvitation = defineCommand({
  name: 'application.redeem',
  permission: applicationPermissions['application.take'],
  input: redeemInput,
  async run(context, { invitationId, applicationId }) {
    const { trx, officeCode, now, actor } = context;
    if (actor.kind !== 'system') return refused('forbidden');
    const seen = await findInvitation(trx, officeCode, invitationId);
    if (!seen) return refused('not_found');
    const { intakeId, enterpriseId } = seen;
    // First the intake, then the invitation: the order in which codes are made anew.
    await findIntake(trx, officeCode, intakeId, true);
    const found = await findInvitation(trx, officeCode, invitationId, true);
    if (!found) return refused('not_found');
    const state = invitationState(found, now.getTime());
    if (state === 'used' && found.applicationId === applicationId)
      return done({ applicationId, intakeId, enterpriseId, isNew: false });
    if (state === 'used') return refused('already_done');
    if (state !== 'waiting') return refused('expired');
    const received = await receiveMany(context, {
      intakeId,
      via: 'invitation',
      enterprises: [{ enterpriseId, applicationId }],
    });
    if (!received.ok) return received;
    const [answer] = received.value;
    await markUsed(trx, officeCode, invitationId, answer!.applicationId);
    return done({ ...answer!, intakeId });
  },
});
