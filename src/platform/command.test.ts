import { expect, test } from 'vitest';
import { z } from 'zod';
import { definePermissions } from '#kernel/actor.ts';
import { done, refused } from '#kernel/refusal.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { defineCommand, execute } from './command.server.ts';
import { withOffice } from './db/connect.server.ts';

const permissions = definePermissions({ 'group.create': ['officer'] });
const createGroup = defineCommand({
  name: 'group.create',
  permission: permissions['group.create'],
  input: z.object({ name: z.string().min(1), fail: z.boolean().optional() }),
  async run({ trx, officeCode, now, newId, audit }, input) {
    await trx
      .insertInto('groups')
      .values({ officeCode, groupId: newId(), kind: 'centre', name: input.name, createdAt: now })
      .execute();
    await audit({ action: 'group.created', details: { name: input.name } });
    return input.fail ? refused('quota_full') : done(input.name);
  },
});

test('a deed and its audit line are saved together', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  expect(await execute(services, anActor(office), createGroup, { name: 'Sentra Jenggot' })).toEqual(
    done('Sentra Jenggot'),
  );
  const [groups, events] = await withOffice(services.db, office, async (trx) => [
    await trx.selectFrom('groups').select('name').execute(),
    await trx.selectFrom('auditEvents').select(['action', 'actorName']).execute(),
  ]);
  expect(groups).toEqual([{ name: 'Sentra Jenggot' }]);
  expect(events).toEqual([{ action: 'group.created', actorName: 'Uji officer' }]);
});

test('a refusal undoes what was written before it, audit included', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const outcome = await execute(services, anActor(office), createGroup, { name: 'Sentra', fail: true });
  expect(outcome).toEqual(refused('quota_full'));
  const left = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('auditEvents').selectAll().execute(),
  );
  expect(left).toEqual([]);
});

test('a role without the permission is refused before anything is read, and blank input names its field', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  expect(await execute(services, anActor(office, 'partner'), createGroup, { name: 'X' })).toEqual(
    refused('forbidden'),
  );
  expect(await execute(services, anActor(office), createGroup, { name: '' })).toEqual(
    refused('invalid_input', { fields: [{ path: 'name', code: 'blank' }] }),
  );
});

test('row-level security alone keeps offices apart', async () => {
  const services = await freshServices();
  const [a, b] = [await anOffice(services, '33.75'), await anOffice(services, '33.25')];
  await execute(services, anActor(a), createGroup, { name: 'Milik A' });
  const seenByB = await withOffice(services.db, b, (trx) => trx.selectFrom('groups').selectAll().execute());
  expect(seenByB).toEqual([]);
  const forged = withOffice(services.db, b, (trx) =>
    trx
      .insertInto('groups')
      .values({
        officeCode: a,
        groupId: '0192f0c1-2345-7678-9abc-def012345678',
        kind: 'centre',
        name: 'Palsu',
        createdAt: new Date(),
      })
      .execute(),
  );
  await expect(forged).rejects.toThrow(/row-level security/);
  expect(await services.db.selectFrom('groups').selectAll().execute()).toEqual([]);
});
