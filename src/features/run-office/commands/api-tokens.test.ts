import { expect, test } from 'vitest';
import { done, refused } from '#kernel/refusal.ts';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { actorOfToken, createToken, revokeToken } from './api-tokens.server.ts';

const wanted = {
  name: 'Sistem provinsi',
  role: 'officer',
  scope: 'district:33.75.01',
  lastDay: '2026-12-31',
};

test('a token acts in its role and scope until its last day or until it is revoked', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const admin = anActor(office, 'data_officer');
  const made = await execute(services, admin, createToken, wanted);
  if (!made.ok) throw new Error(made.refusal.code);
  const { token, tokenId } = made.value;
  expect(token).toMatch(/^gwn_3375_/);
  const acts = {
    kind: 'token',
    id: tokenId,
    name: 'Sistem provinsi',
    officeCode: office,
    grants: [{ role: 'officer', scope: { kind: 'district', code: '33.75.01' } }],
  };
  expect(await actorOfToken(services, token)).toEqual(acts);
  services.setNow(new Date('2026-12-31T16:59:00Z'));
  expect(await actorOfToken(services, token)).toEqual(acts);
  services.setNow(new Date('2026-12-31T17:00:00Z'));
  expect(await actorOfToken(services, token)).toBeNull();
  services.setNow(new Date('2026-06-01T00:00:00Z'));
  expect(await execute(services, admin, revokeToken, { tokenId })).toEqual(done());
  expect(await execute(services, admin, revokeToken, { tokenId })).toEqual(refused('not_found'));
  expect(await actorOfToken(services, token)).toBeNull();
  const kept = await withOffice(services.db, office, async (trx) => ({
    tokens: await trx.selectFrom('apiTokens').select('tokenHash').execute(),
    audit: await trx.selectFrom('auditEvents').select(['action', 'details']).orderBy('eventId').execute(),
  }));
  expect(kept.audit.map((one) => one.action)).toEqual(['token.created', 'token.revoked']);
  expect(JSON.stringify(kept)).not.toContain(token.slice(-20));
});

test.each(['', 'gwn_3375_kurang', 'gwn_3375_'.padEnd(52, 'x'), 'gwn_9999_'.padEnd(52, 'x')])(
  '%j is nobody',
  async (token) => {
    const services = await freshServices();
    await anOffice(services);
    expect(await actorOfToken(services, token)).toBeNull();
  },
);

test('tokens are for data officers, for scopes of their office, and for days to come', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const make = (more: object, actor = anActor(office, 'data_officer')) =>
    execute(services, actor, createToken, { ...wanted, ...more });
  expect(await make({}, anActor(office))).toEqual(refused('forbidden'));
  expect(await make({ scope: 'district:33.25.01' })).toMatchObject({
    refusal: { fields: [{ path: 'scope', code: 'not_a_choice' }] },
  });
  expect(await make({ role: 'owner' })).toMatchObject({
    refusal: { fields: [{ path: 'role', code: 'not_a_choice' }] },
  });
  expect(await make({ lastDay: '2026-05-05' })).toMatchObject({
    refusal: { fields: [{ path: 'lastDay', code: 'out_of_range' }] },
  });
});

test('a token of another office cannot be revoked', async () => {
  const services = await freshServices();
  const [ours, theirs] = [await anOffice(services, '33.75'), await anOffice(services, '33.25')];
  const made = await execute(services, anActor(theirs, 'data_officer'), createToken, {
    ...wanted,
    scope: 'office:33.25',
  });
  if (!made.ok) throw new Error(made.refusal.code);
  expect(
    await execute(services, anActor(ours, 'data_officer'), revokeToken, { tokenId: made.value.tokenId }),
  ).toEqual(refused('not_found'));
  expect(await actorOfToken(services, made.value.token)).not.toBeNull();
});
