import { createHash, createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { execute, read } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { anEnumerator, anEnvelope, aPhone, aRow, aRunningRound, aSubmission, sealAs } from '../factory.ts';
import { fieldPermissions } from '../permissions.ts';
import { quarantine } from '../queries/quarantine.server.ts';
import { decideWaiting } from './decide-delivery.server.ts';
import { makeReceipt } from './make-receipt.server.ts';
import { rotateOfficeKey } from './office-key.server.ts';
import { receiveEnvelopes } from './receive-envelopes.server.ts';
import { receiveFile } from './receive-file.server.ts';
import { revokePhone } from './revoke-phone.server.ts';

const OFFICE = '33.75';

async function aField() {
  const services = await freshServices();
  await anOffice(services, OFFICE);
  const round = await aRunningRound(services, OFFICE);
  const staff = await anEnumerator(services, round);
  const phone = await aPhone(services, OFFICE, staff);
  const officer = anActor(OFFICE);
  const submissions = () =>
    withOffice(services.db, OFFICE, (trx) => trx.selectFrom('submissions').selectAll().execute());
  return { services, round, staff, phone, officer, submissions };
}
type Field = Awaited<ReturnType<typeof aField>>;

async function anOutbox({ round, phone }: Field, more: { officeCode?: string } = {}) {
  const envelope = await anEnvelope(phone, aSubmission(round, phone));
  const photoId = newId();
  const sealed = await sealAs(phone.officeKey, photoId, Buffer.from('not a picture, but sealed'));
  const photo = {
    kind: 'photo',
    id: photoId,
    submissionId: envelope.id,
    item: 'front',
    keyId: phone.officeKey.keyId,
    sha256: createHash('sha256').update(sealed).digest('hex'),
    sealed: sealed.toString('base64url'),
  };
  const header = {
    gawangan: 'outbox',
    v: 1,
    officeCode: OFFICE,
    phoneId: phone.phoneId,
    madeAt: '2026-05-06T03:00:00Z',
    items: 2,
    ...more,
  };
  const lines = [header, { kind: 'envelope', envelope }, photo].map((line) => JSON.stringify(line));
  return { envelope, photoId, lines, file: new File([lines.join('\n')], 'hp.gawangan') };
}

test('an outbox file is taken in once, however often it comes, and its receipt is signed for that phone', async () => {
  const field = await aField();
  const { services, officer, phone } = field;
  const { file, envelope, photoId } = await anOutbox(field);
  const first = await receiveFile(services, officer, file);
  expect(first).toMatchObject({ ok: true, value: { counts: { stored: 1, photos: 1, damagedLines: 0 } } });
  const again = await receiveFile(services, officer, file);
  expect(again).toMatchObject({
    ok: true,
    value: { counts: { known: 1, knownPhotos: 1, stored: 0, photos: 0 } },
  });
  expect(await field.submissions()).toHaveLength(1);
  const ids = [envelope.id, photoId].sort();
  const receipt = await execute(services, officer, makeReceipt, {
    phoneId: phone.phoneId,
    ids: [...ids, newId()],
  });
  const mac = createHmac('sha256', phone.deliveryToken)
    .update([phone.phoneId, ...ids].join('\n'))
    .digest('base64url');
  expect(receipt).toEqual({
    ok: true,
    value: { gawangan: 'receipt', v: 1, phoneId: phone.phoneId, ids, mac },
  });
});

test('of a file that was cut on its way the whole lines are kept', async () => {
  const field = await aField();
  const { lines } = await anOutbox(field);
  const cut = new File([lines.join('\n').slice(0, -40)], 'hp.gawangan');
  expect(await receiveFile(field.services, field.officer, cut)).toMatchObject({
    ok: true,
    value: { counts: { stored: 1, photos: 0, damagedLines: 1 } },
  });
});

test('a file that was cut between two lines is known by what it announced; an odd letter harms none of it', async () => {
  const field = await aField();
  const { services, officer, phone } = field;
  const { lines } = await anOutbox(field);
  const photo = { ...JSON.parse(lines[2] ?? ''), item: 'depan\u0000' };
  const whole = [lines[0], lines[1], JSON.stringify(photo)];
  const cut = await receiveFile(services, officer, new File([whole.slice(0, 2).join('\n')], 'hp.gawangan'));
  expect(cut).toMatchObject({ value: { counts: { stored: 1, damagedLines: 0, missing: 1 } } });
  const again = await receiveFile(services, officer, new File([whole.join('\n')], 'hp.gawangan'));
  expect(again).toMatchObject({ value: { counts: { known: 1, photos: 1, missing: 0 } } });
  // A receipt may name ids of any kind that a phone made.
  const ids = ['11111111-1111-4111-8111-111111111111', ...(again.ok ? again.value.heldIds : [])];
  const receipt = await execute(services, officer, makeReceipt, { phoneId: phone.phoneId, ids });
  expect(receipt.ok && receipt.value.ids).toHaveLength(2);
});

test('a full disk in the middle of a file is said, and the same file goes on where it stopped', async () => {
  const field = await aField();
  const { services, officer } = field;
  services.log.level = 'silent';
  const { file } = await anOutbox(field);
  const { pathOf } = services.files;
  services.files.pathOf = () => {
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  };
  expect(await receiveFile(services, officer, file)).toMatchObject({
    refusal: { code: 'unavailable', details: { trouble: 'disk_full' } },
  });
  services.files.pathOf = pathOf;
  expect(await receiveFile(services, officer, file)).toMatchObject({
    value: { counts: { stored: 1, photos: 1 } },
  });
});

test('a file of another office, another kind of file, and somebody without the duty are turned away', async () => {
  const field = await aField();
  const { services, officer } = field;
  const { file } = await anOutbox(field, { officeCode: '33.25' });
  expect(await receiveFile(services, officer, file)).toMatchObject({ refusal: { code: 'wrong_office' } });
  for (const content of ['', 'PK\u0003\u0004', '{"gawangan":"backup"}', '\n\n', 'x'.repeat(6_000_000)])
    expect(await receiveFile(services, officer, new File([content], 'a'))).toMatchObject({
      refusal: { code: 'file_unreadable' },
    });
  expect(await receiveFile(services, anActor(OFFICE, 'head'), file)).toMatchObject({
    refusal: { code: 'forbidden' },
  });
});

async function aWaitingDelivery(field: Field) {
  const { services, round, staff, phone } = field;
  const { rowId } = await aRow(services, round, staff.userId, { name: 'Batik Menunggu' });
  await execute(services, field.officer, revokePhone, { phoneId: phone.phoneId });
  const answers = { business_name: 'Batik', nik: '3375044507850003' };
  const envelope = await anEnvelope(phone, aSubmission(round, phone, { rowId, answers }));
  await receiveEnvelopes(services, OFFICE, { phoneId: phone.phoneId, via: 'sync' }, [envelope]);
  return { envelopeId: envelope.id, rowId };
}

test('what waits is shown with why, and without a personal answer; put in, it is a submission like any other', async () => {
  const field = await aField();
  const { services, officer } = field;
  const { envelopeId, rowId } = await aWaitingDelivery(field);
  const shown = await read(services, officer, fieldPermissions['field.view'], quarantine);
  expect(shown).toMatchObject({
    ok: true,
    value: {
      counts: { quarantined: 1, unreadable: 0 },
      waiting: [
        {
          envelopeId,
          reason: 'phone_revoked',
          about: { person: 'Ani', enterprise: 'Batik Menunggu', answers: 2 },
        },
      ],
    },
  });
  expect(JSON.stringify(shown)).not.toContain('3375044507850003');
  const decide = { envelopeId, decision: 'release' } as const;
  expect(await decideWaiting(services, anActor(OFFICE, 'enumerator'), decide)).toMatchObject({
    refusal: { code: 'forbidden' },
  });
  expect(await decideWaiting(services, officer, decide)).toMatchObject({ ok: true });
  expect(await decideWaiting(services, officer, decide)).toMatchObject({
    refusal: { code: 'already_done' },
  });
  expect(await field.submissions()).toMatchObject([{ submissionId: envelopeId, rowId, status: 'received' }]);
  const [row] = await withOffice(services.db, OFFICE, (trx) =>
    trx.selectFrom('deliveries').select(['state', 'sealed']).execute(),
  );
  expect(row).toEqual({ state: 'released', sealed: null });
});

test('setting aside needs a note, keeps the original, and touches nothing', async () => {
  const field = await aField();
  const { services, officer } = field;
  const { envelopeId } = await aWaitingDelivery(field);
  const decide = { envelopeId, decision: 'set_aside' } as const;
  expect(await decideWaiting(services, officer, decide)).toMatchObject({
    refusal: { fields: [{ path: 'note' }] },
  });
  expect(
    await decideWaiting(services, officer, { ...decide, note: 'HP hilang, isinya dikarang' }),
  ).toMatchObject({ ok: true });
  expect(await field.submissions()).toEqual([]);
  const row = await withOffice(services.db, OFFICE, (trx) =>
    trx.selectFrom('deliveries').select(['state', 'sealed']).executeTakeFirstOrThrow(),
  );
  expect(row.state).toBe('set_aside');
  expect(row.sealed?.length).toBeGreaterThan(65);
  const [line] = await withOffice(services.db, OFFICE, (trx) =>
    trx.selectFrom('auditEvents').select('reason').where('action', '=', 'delivery.set_aside').execute(),
  );
  expect(line?.reason).toBe('HP hilang, isinya dikarang');
});

test('what was sealed to a key that was changed since can still be opened', async () => {
  const field = await aField();
  const { services, officer, round, phone } = field;
  const envelope = await anEnvelope(phone, aSubmission(round, phone));
  expect(await execute(services, officer, rotateOfficeKey, {})).toMatchObject({ ok: true });
  const receipts = await receiveEnvelopes(services, OFFICE, { phoneId: phone.phoneId, via: 'sync' }, [
    envelope,
  ]);
  expect(receipts).toMatchObject([{ state: 'stored' }]);
  const next = await aPhone(services, OFFICE, await anEnumerator(services, round, 'Budi'));
  expect(next.officeKey.keyId).not.toBe(phone.officeKey.keyId);
});

test('a right is taken away once, of a phone of this office only', async () => {
  const { services, officer, phone, staff } = await aField();
  const once = { phoneId: phone.phoneId, userId: staff.userId };
  expect(await execute(services, officer, revokePhone, once)).toMatchObject({ ok: true });
  expect(await execute(services, officer, revokePhone, once)).toMatchObject({
    refusal: { code: 'already_done' },
  });
  expect(await execute(services, officer, revokePhone, { phoneId: newId() })).toMatchObject({
    refusal: { code: 'not_found' },
  });
});
