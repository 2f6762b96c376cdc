import { expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { refused } from '#kernel/refusal.ts';
import { execute, inOneTransaction, read } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { steerIntake } from '../../plan-programme/commands/steer-intake.server.ts';
import { merge } from '../../register-enterprise/commands/merge-enterprises.server.ts';
import { undo } from '../../register-enterprise/commands/undo-merge.server.ts';
import { anEnterprise } from '../../register-enterprise/factory.ts';
import { anApplication, anOpenIntake } from '../factory.ts';
import { applicationPermissions } from '../permissions.ts';
import { listApplications, listApplicationsOf } from '../queries/applications.server.ts';
import { addFiles } from './add-files.server.ts';
import { apply, applyMany } from './apply.server.ts';
import { receiveMany } from './receive-many.server.ts';
import { withdrawApplication } from './withdraw.server.ts';

async function anOfficeAtWork() {
  const services = await freshServices();
  const office = await anOffice(services);
  const actor = anActor(office);
  const { intakeId, programmeId } = await anOpenIntake(services, actor);
  const listed = () => withOffice(services.db, office, (trx) => listApplications(trx, office, intakeId));
  const statuses = async () => (await listed()).map(({ status }) => status);
  const audit = () =>
    withOffice(services.db, office, (trx) =>
      trx.selectFrom('auditEvents').select(['action', 'subjectId', 'reason']).orderBy('eventId').execute(),
    );
  return { services, office, actor, intakeId, programmeId, listed, statuses, audit };
}

const asOwner = (office: string, ownerId: string): Actor =>
  anActor(office, 'owner', { kind: 'owner', code: ownerId });

test('an officer applies for an enterprise that was proposed by others: it stands in the list with who proposed it', async () => {
  const { services, actor, intakeId, listed, audit } = await anOfficeAtWork();
  const { enterpriseId } = await anEnterprise(services, actor);
  const applicationId = newId();
  const asked = { applicationId, intakeId, enterpriseId, via: 'officer', proposedBy: ' Lurah  Jenggot ' };
  expect(await execute(services, actor, apply, asked)).toEqual({
    ok: true,
    value: { enterpriseId, applicationId, isNew: true },
  });
  expect(await listed()).toMatchObject([
    { applicationId, enterpriseId, via: 'officer', proposedBy: 'Lurah Jenggot', receivedBy: actor.name },
  ]);
  expect((await audit()).at(-1)).toMatchObject({ action: 'application.received', subjectId: enterpriseId });
});

test('sent twice, or once more by another way, it is answered kindly as the application that stands', async () => {
  const { services, office, actor, intakeId, listed } = await anOfficeAtWork();
  const { enterpriseId, ownerId } = await anEnterprise(services, actor);
  const asked = { applicationId: newId(), intakeId, enterpriseId, via: 'officer' };
  const earlier = { enterpriseId, applicationId: asked.applicationId, isNew: false };
  await execute(services, actor, apply, asked);
  expect(await execute(services, actor, apply, asked)).toEqual({ ok: true, value: earlier });
  const again = { ...asked, applicationId: newId(), via: 'owner' };
  const owner = asOwner(office, ownerId);
  expect(await execute(services, owner, apply, again)).toEqual({ ok: true, value: earlier });
  expect(await listed()).toHaveLength(1);
});

test('two who send at the same moment make one application', async () => {
  const { services, actor, intakeId, listed } = await anOfficeAtWork();
  const { enterpriseId } = await anEnterprise(services, actor);
  const send = () =>
    execute(services, actor, apply, { applicationId: newId(), intakeId, enterpriseId, via: 'officer' });
  const answers = await Promise.all([send(), send(), send(), send()]);
  expect(answers.map((one) => one.ok && one.value.isNew).filter(Boolean)).toHaveLength(1);
  expect(await listed()).toHaveLength(1);
});

test('the id of one application cannot be used for another enterprise', async () => {
  const { services, actor, intakeId, listed } = await anOfficeAtWork();
  const { applicationId } = await anApplication(services, actor, intakeId);
  const { enterpriseId } = await anEnterprise(services, actor, { name: 'Lain' });
  const asked = { applicationId, intakeId, enterpriseId, via: 'officer' };
  expect(await execute(services, actor, apply, asked)).toEqual(refused('duplicate'));
  expect(await listed()).toHaveLength(1);
});

test('the deadline holds for officers as well, to the minute in WIB; who applied in time is still answered', async () => {
  const { services, actor, intakeId } = await anOfficeAtWork();
  const inTime = await anEnterprise(services, actor);
  const late = await anEnterprise(services, actor, { name: 'Terlambat' });
  const send = ({ enterpriseId }: { enterpriseId: string }) =>
    execute(services, actor, apply, { applicationId: newId(), intakeId, enterpriseId, via: 'officer' });
  services.setNow(new Date('2026-05-20T23:59:59+07:00'));
  expect(await send(inTime)).toMatchObject({ ok: true });
  const closed = new Date('2026-05-21T00:00:00+07:00');
  services.setNow(closed);
  expect(await send(late)).toEqual(
    refused('wrong_state', { details: { window: 'closed', at: closed.getTime() } }),
  );
  expect(await send(inTime)).toMatchObject({ ok: true, value: { isNew: false } });
});

test.each([['officer'], ['owner']] as const)(
  'whoever cannot reach the enterprise cannot apply for it as %s',
  async (via) => {
    const { services, office, actor, intakeId, listed } = await anOfficeAtWork();
    const { enterpriseId } = await anEnterprise(services, actor);
    const stranger = await anEnterprise(services, actor, { name: 'Lain', owner: 'Orang Lain' });
    const others = [
      asOwner(office, stranger.ownerId),
      anActor(office, 'companion', { kind: 'village', code: '33.75.01.1004' }),
      anActor(await anOffice(services, '33.25')),
    ];
    const asked = { applicationId: newId(), intakeId, enterpriseId, via };
    for (const other of others)
      expect(await execute(services, other, apply, asked)).toEqual(refused('not_found'));
    for (const role of ['partner', 'enumerator', 'head'] as const)
      expect(await execute(services, anActor(office, role), apply, asked)).toEqual(refused('forbidden'));
    expect(await listed()).toEqual([]);
  },
);

test('an owner cannot pass for an officer, nor an officer for an owner', async () => {
  const { services, office, actor, intakeId } = await anOfficeAtWork();
  const { enterpriseId, ownerId } = await anEnterprise(services, actor);
  const asked = (via: string) => ({ applicationId: newId(), intakeId, enterpriseId, via });
  expect(await execute(services, asOwner(office, ownerId), apply, asked('officer'))).toEqual(
    refused('not_found'),
  );
  expect(await execute(services, actor, apply, asked('owner'))).toEqual(refused('not_found'));
  expect(await execute(services, actor, apply, asked('invitation'))).toMatchObject({
    refusal: { code: 'invalid_input' },
  });
});

test('a companion brings in several of their own area at once; one out of reach, and none is received', async () => {
  const { services, office, actor, intakeId, listed } = await anOfficeAtWork();
  const near = await anEnterprise(services, actor);
  const far = await anEnterprise(services, actor, { name: 'Jauh', village: '33.75.01.1004' });
  const companion = anActor(office, 'companion', { kind: 'village', code: '33.75.04.1004' });
  const send = (enterpriseIds: string[]) =>
    execute(services, companion, applyMany, { intakeId, enterpriseIds });
  expect(await send([near.enterpriseId, far.enterpriseId])).toEqual(refused('not_found'));
  expect(await listed()).toEqual([]);
  expect(await send([near.enterpriseId, near.enterpriseId])).toMatchObject({
    value: { added: 1, before: 1 },
  });
  expect(await listed()).toHaveLength(1);
});

test('two applications that turn out to be of one enterprise count once, and twice again when the merge is undone', async () => {
  const { services, office, actor, intakeId, listed, statuses } = await anOfficeAtWork();
  const first = await anApplication(services, actor, intakeId, { name: 'Batik Sekar' });
  const second = await anApplication(services, actor, intakeId, { name: 'Batik Sekar Jagad' });
  const merged = await execute(services, actor, merge, {
    kind: 'same',
    survivorId: second.enterpriseId,
    mergedId: first.enterpriseId,
  });
  if (!merged.ok) throw new Error(JSON.stringify(merged.refusal));
  expect(await statuses()).toEqual(['received', 'joined']);
  expect((await listed())[1]?.joinedInto).toBe(first.applicationId);
  const own = await withOffice(services.db, office, (trx) =>
    listApplicationsOf(trx, office, [second.enterpriseId]),
  );
  expect(own.map(({ applicationId, status }) => [applicationId, status])).toEqual([
    [second.applicationId, 'joined'],
    [first.applicationId, 'received'],
  ]);
  const again = { applicationId: newId(), intakeId, enterpriseId: second.enterpriseId, via: 'officer' };
  expect(await execute(services, actor, apply, again)).toMatchObject({
    value: { applicationId: first.applicationId, isNew: false },
  });
  await execute(services, actor, undo, { mergeId: merged.value.mergeId });
  expect(await statuses()).toEqual(['received', 'received']);
});

test('an owner takes an application back with a reason and may apply anew while it is open; not once the intake runs', async () => {
  const { services, office, actor, intakeId, statuses, audit } = await anOfficeAtWork();
  const { enterpriseId, ownerId } = await anEnterprise(services, actor);
  const owner = asOwner(office, ownerId);
  const { applicationId } = await anApplication(services, actor, intakeId, { enterpriseId });
  const takeBack = (by: Actor, id = applicationId) =>
    execute(services, by, withdrawApplication, { applicationId: id, reason: 'Sedang panen' });
  const other = await anEnterprise(services, actor, { name: 'Lain', owner: 'Orang Lain' });
  expect(await takeBack(asOwner(office, other.ownerId))).toEqual(refused('not_found'));
  expect(await takeBack(owner)).toEqual({ ok: true, value: { applicationId } });
  expect((await audit()).at(-1)).toMatchObject({ action: 'application.withdrawn', reason: 'Sedang panen' });
  expect(await takeBack(actor)).toEqual(refused('already_done'));
  const anew = await anApplication(services, actor, intakeId, { enterpriseId });
  expect(await statuses()).toEqual(['withdrawn', 'received']);
  await execute(services, actor, steerIntake, { intakeId, action: 'close' });
  await execute(services, actor, steerIntake, { intakeId, action: 'start' });
  expect(await takeBack(owner, anew.applicationId)).toEqual(refused('wrong_state'));
});

test('what one enterprise applied for by two records is taken back as a whole', async () => {
  const { services, actor, intakeId, statuses } = await anOfficeAtWork();
  const first = await anApplication(services, actor, intakeId, { name: 'Batik Sekar' });
  const second = await anApplication(services, actor, intakeId, { name: 'Batik Sekar Jagad' });
  const pair = { survivorId: second.enterpriseId, mergedId: first.enterpriseId };
  await execute(services, actor, merge, { kind: 'same', ...pair });
  const { applicationId } = second;
  await execute(services, actor, withdrawApplication, { applicationId, reason: 'Pindah kota' });
  expect(await statuses()).toEqual(['withdrawn', 'withdrawn']);
});

test('several files come with one application; one of a wrong kind hinders none of the others, and none is kept twice', async () => {
  const { services, office, actor, intakeId } = await anOfficeAtWork();
  const { enterpriseId, ownerId } = await anEnterprise(services, actor);
  const { applicationId } = await anApplication(services, actor, intakeId, { enterpriseId });
  const photo = (name: string) =>
    new File([new Uint8Array([0xff, 0xd8, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0]), name], name);
  const files = [photo('nib.jpg'), new File(['<script>'], 'ktp.jpg'), photo('produk.jpg')];
  expect(await addFiles(services, actor, { applicationId, files })).toMatchObject({
    value: { added: 2, refused: [{ name: 'ktp.jpg' }] },
  });
  const again = { applicationId, files: [photo('nib.jpg')] };
  expect(await addFiles(services, actor, again)).toMatchObject({ value: { added: 1, refused: [] } });
  const own = asOwner(office, ownerId);
  expect(await addFiles(services, own, { applicationId, files: [photo('halal.jpg')] })).toMatchObject({
    value: { added: 1 },
  });
  const other = await anEnterprise(services, actor, { name: 'Lain', owner: 'Orang Lain' });
  const elsewhere = anActor(await anOffice(services, '33.25'));
  for (const stranger of [asOwner(office, other.ownerId), elsewhere])
    expect(await addFiles(services, stranger, { applicationId, files: [photo('x.jpg')] })).toEqual(
      refused('not_found'),
    );
  const kept = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('files').select(['enterpriseId', 'originalName']).orderBy('fileId').execute(),
  );
  expect(kept).toEqual(
    ['nib.jpg', 'produk.jpg', 'halal.jpg'].map((originalName) => ({ enterpriseId, originalName })),
  );
});

test('four hundred are received in one go, in their order, and the second time none is added', async () => {
  const { services, office, actor, intakeId, listed } = await anOfficeAtWork();
  const { ownerId } = await anEnterprise(services, actor);
  const enterpriseIds = Array.from({ length: 400 }, () => newId());
  await withOffice(services.db, office, (trx) =>
    trx
      .insertInto('enterprises')
      .values(
        enterpriseIds.map((enterpriseId, at) => ({
          officeCode: office,
          enterpriseId,
          ownerId,
          name: `Usaha ${at}`,
          createdAt: services.clock(),
          updatedAt: services.clock(),
        })),
      )
      .execute(),
  );
  const enterprises = enterpriseIds.map((enterpriseId) => ({ enterpriseId }));
  const receive = () =>
    inOneTransaction(services, actor, (context) =>
      receiveMany(context, { intakeId, via: 'officer', enterprises }),
    );
  await receive();
  expect((await listed()).map(({ enterpriseId }) => enterpriseId)).toEqual(enterpriseIds);
  const again = await receive();
  expect(again.ok && again.value.filter(({ isNew }) => isNew)).toEqual([]);
});

test('a partner may not read who applied', async () => {
  const { services, office } = await anOfficeAtWork();
  const partner = anActor(office, 'partner', { kind: 'partner', code: newId() });
  expect(await read(services, partner, applicationPermissions['application.view'], async () => null)).toEqual(
    refused('forbidden'),
  );
});
