import { expect, test } from 'vitest';
import { type Actor, systemActor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { refused } from '#kernel/refusal.ts';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { anEnterprise } from '../../register-enterprise/factory.ts';
import { anApplication, anOpenIntake } from '../factory.ts';
import { listInvitations } from '../invitation-store.server.ts';
import { listApplications } from '../queries/applications.server.ts';
import { openInvitation, useInvitation } from '../queries/public-invitation.server.ts';
import { makeInvitations, redeemInvitation, revokeInvitation } from './invitations.server.ts';

async function anInvitation() {
  const services = await freshServices();
  const office = await anOffice(services);
  const actor = anActor(office);
  const { intakeId } = await anOpenIntake(services, actor);
  const { enterpriseId } = await anEnterprise(services, actor, { name: 'Batik Sekar Jagad' });
  const invite = async (by: Actor = actor, enterpriseIds = [enterpriseId]) =>
    execute(services, by, makeInvitations, { intakeId, enterpriseIds });
  const made = await invite();
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  const { code } = made.value.made[0]!;
  const invitations = () => withOffice(services.db, office, (trx) => listInvitations(trx, office, intakeId));
  const listed = () => withOffice(services.db, office, (trx) => listApplications(trx, office, intakeId));
  return { services, office, actor, intakeId, enterpriseId, invite, code, invitations, listed };
}

test('whoever holds the code sees the name in part and applies with one tap, without an account, once', async () => {
  const { services, code, enterpriseId, listed } = await anInvitation();
  const shown = await openInvitation(services, '::1', code.toUpperCase());
  expect(shown).toMatchObject({ value: { state: 'waiting', enterprise: 'Ba••• Se••• Ja•••' } });
  expect(JSON.stringify(shown)).not.toContain('Jagad');
  expect(JSON.stringify(shown)).not.toContain(enterpriseId);
  const applicationId = newId();
  const use = () => useInvitation(services, '::1', { code, applicationId }, 'id');
  expect(await use()).toMatchObject({ value: { isNew: true } });
  expect(await use()).toMatchObject({ value: { isNew: false } });
  expect(await listed()).toMatchObject([{ applicationId, enterpriseId, via: 'invitation' }]);
  const other = await useInvitation(services, '::1', { code, applicationId: newId() }, 'id');
  expect(other).toEqual(refused('already_done'));
});

test('used by two at the same moment, an invitation makes one application', async () => {
  const { services, code, listed } = await anInvitation();
  const use = () => useInvitation(services, '::1', { code, applicationId: newId() }, 'id');
  const answers = await Promise.all([use(), use(), use()]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await listed()).toHaveLength(1);
});

test('only the hash of a code is kept', async () => {
  const { services, office, code } = await anInvitation();
  const rows = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('invitations').selectAll().execute(),
  );
  expect(JSON.stringify(rows)).not.toContain(code);
  expect(rows[0]?.codeHash).toHaveLength(32);
});

test('after thirty days a code is of no use, and neither is one that was revoked or made anew', async () => {
  const { services, actor, intakeId, code, invite, invitations, listed } = await anInvitation();
  const use = (given: string) =>
    useInvitation(services, '::1', { code: given, applicationId: newId() }, 'id');
  const second = await invite();
  if (!second.ok) throw new Error('made');
  expect(await use(code)).toEqual(refused('expired'));
  const newest = (await invitations())[0]!;
  const revoke = () =>
    execute(services, actor, revokeInvitation, { intakeId, invitationId: newest.invitationId });
  expect(await revoke()).toMatchObject({ ok: true });
  expect(await revoke()).toMatchObject({ ok: true });
  expect(await use(second.value.made[0]!.code)).toEqual(refused('expired'));
  const third = await invite();
  if (!third.ok) throw new Error('made');
  const later = new Date(services.clock().getTime() + 30 * 86_400_000);
  services.setNow(later);
  expect(await use(third.value.made[0]!.code)).toEqual(refused('expired'));
  expect(await listed()).toEqual([]);
});

test('an invitation does not pass the deadline', async () => {
  const { services, code } = await anInvitation();
  services.setNow(new Date('2026-05-21T00:00:00+07:00'));
  expect(await useInvitation(services, '::1', { code, applicationId: newId() }, 'id')).toMatchObject({
    refusal: { code: 'wrong_state', details: { window: 'closed' } },
  });
});

test('who has applied already gets no code', async () => {
  const { services, actor, intakeId, invite, enterpriseId } = await anInvitation();
  await anApplication(services, actor, intakeId, { enterpriseId });
  expect(await invite()).toMatchObject({ value: { made: [], applied: 1 } });
});

test('codes are made by officers of the whole office alone, and used by nobody signed in', async () => {
  const { services, office, invite, invitations } = await anInvitation();
  const { invitationId } = (await invitations())[0]!;
  const ofVillage = anActor(office, 'officer', { kind: 'village', code: '33.75.04.1004' });
  expect(await invite(ofVillage)).toEqual(refused('forbidden'));
  expect(await invite(anActor(office, 'companion'))).toEqual(refused('forbidden'));
  expect(await invite(anActor(await anOffice(services, '33.25')))).toEqual(refused('not_found'));
  const given = { invitationId, applicationId: newId() };
  expect(await execute(services, anActor(office), redeemInvitation, given)).toEqual(refused('forbidden'));
  expect(await execute(services, systemActor('33.25', 'Uji'), redeemInvitation, given)).toEqual(
    refused('not_found'),
  );
});

test('codes cannot be tried out: after thirty attempts from one address the door stays shut a while', async () => {
  const { services } = await anInvitation();
  const attempt = () => openInvitation(services, '10.0.0.9', 'aaaa-bbbb-cccc');
  for (let at = 0; at < 30; at++) expect(await attempt()).toEqual({ ok: true, value: null });
  expect(await attempt()).toMatchObject({ refusal: { code: 'rate_limited' } });
});
