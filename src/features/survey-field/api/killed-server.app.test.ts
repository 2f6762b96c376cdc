import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anOffice } from '#testing/an-office.ts';
import { startApp } from '#testing/running-app.ts';
import { anEnumerator, anEnvelope, aPhone, aRow, aRunningRound, aSubmission, sealAs } from '../factory.ts';
import type { Delivered, Envelope } from '../rules/wire.ts';

const OFFICE = '33.75';

/** The built programs with an office, a round and a phone; what is sent can be left without waiting for its answer. */
async function aRunningField() {
  const app = await startApp();
  const services = await app.services();
  await anOffice(services, OFFICE);
  const round = await aRunningRound(services, OFFICE);
  const staff = await anEnumerator(services, round);
  const phone = await aPhone(services, OFFICE, staff);
  const ask = (method: string, path: string, init: RequestInit = {}) =>
    fetch(`${app.url}/lapangan/api${path}`, {
      method,
      ...init,
      headers: { Authorization: `Bearer ${phone.deliveryToken}`, ...init.headers },
    });
  const table = <Row>(read: Parameters<typeof withOffice<Row>>[2]) => withOffice(services.db, OFFICE, read);
  /** Sends, and kills the server once `isStored`, whether it has answered or not: the phone never heard. */
  const sendAndKill = async (
    send: (signal: AbortSignal) => Promise<unknown>,
    isStored: () => Promise<boolean>,
  ) => {
    const line = new AbortController();
    const unheard = send(line.signal).catch(() => undefined);
    await app.until('the office to have it', isStored);
    await app.kill('app');
    line.abort();
    await unheard;
    await app.start();
  };
  return { app, services, round, staff, phone, ask, table, sendAndKill };
}

test('a server killed after it stored and before anybody heard: the phone sends again, and all is there once', async () => {
  const { app, services, round, staff, phone, ask, table, sendAndKill } = await aRunningField();
  const photoId = newId();
  const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#a43' } })
    .jpeg()
    .toBuffer();
  const sealed = await sealAs(phone.officeKey, photoId, picture);
  const note = { id: photoId, item: 'front', takenAt: '2026-05-06T02:03:00Z' };
  const envelopes: Envelope[] = [];
  for (let at = 0; at < 10; at++) {
    const { rowId } = await aRow(services, round, staff.userId);
    envelopes.push(await anEnvelope(phone, aSubmission(round, phone, { rowId, photos: at ? [] : [note] })));
  }
  const newEnterpriseId = newId();
  envelopes.push(await anEnvelope(phone, aSubmission(round, phone, { newEnterpriseId })));
  const deliver = (signal?: AbortSignal) =>
    ask('POST', '/deliveries', {
      body: JSON.stringify({ envelopes, unsent: 12, appVersion: '1.0.0' }),
      ...(signal ? { signal } : {}),
    });
  const submissions = () => table((trx) => trx.selectFrom('submissions').select('status').execute());
  await sendAndKill(deliver, async () => (await submissions()).length > 0);
  const { receipts } = (await (await deliver()).json()) as Delivered;
  expect(receipts.map(({ state }) => state)).toEqual(envelopes.map(() => 'known'));
  expect(await submissions()).toHaveLength(11);
  const rows = await table((trx) => trx.selectFrom('censusRows').select('status').execute());
  expect(rows).toEqual(Array.from({ length: 10 }, () => ({ status: 'submitted' })));
  const listed = await table((trx) =>
    trx.selectFrom('enterprises').select('name').where('enterpriseId', '=', newEnterpriseId).execute(),
  );
  expect(listed).toHaveLength(1);
  const audited = await table((trx) =>
    trx.selectFrom('auditEvents').select('action').where('action', '=', 'delivery.received').execute(),
  );
  expect(audited).toHaveLength(1);

  const put = (offset: number, signal?: AbortSignal) =>
    ask('PUT', `/photos/${photoId}`, {
      headers: {
        'Upload-Offset': String(offset),
        'Upload-Length': String(sealed.length),
        'Photo-Submission': envelopes[0]?.id ?? '',
        'Photo-Item': 'front',
        'Photo-Key': phone.officeKey.keyId,
        'Photo-Sha256': createHash('sha256').update(sealed).digest('hex'),
      },
      body: new Uint8Array(sealed.subarray(offset, offset === 0 ? 1_000 : sealed.length)),
      ...(signal ? { signal } : {}),
    });
  const held = async () => Number((await ask('HEAD', `/photos/${photoId}`)).headers.get('Upload-Offset'));
  const received = async () =>
    (await table((trx) => trx.selectFrom('submissionPhotos').select('receivedBytes').executeTakeFirst()))
      ?.receivedBytes;
  await sendAndKill(
    (signal) => put(0, signal),
    async () => (await received()) === 1_000,
  );
  expect(await held()).toBe(1_000);
  await sendAndKill(
    (signal) => put(1_000, signal),
    async () => (await received()) === sealed.length,
  );
  expect(await held()).toBe(sealed.length);
  await app.until('the photo to be opened', async () => {
    const photo = await table((trx) => trx.selectFrom('submissionPhotos').select('state').executeTakeFirst());
    return photo?.state === 'ready';
  });
});

test('a worker killed while it opens photos: each is opened once, and no sealed copy stays', async () => {
  const { app, services, phone, ask, table } = await aRunningField();
  const ids: string[] = [];
  for (let at = 0; at < 16; at++) {
    const noise = { type: 'gaussian', mean: 120, sigma: 50 } as const;
    const picture = await sharp({
      create: { width: 1_200, height: 900, channels: 3, background: '#fff', noise },
    })
      .jpeg({ quality: 70 })
      .toBuffer();
    const photoId = newId();
    const sealed = await sealAs(phone.officeKey, photoId, picture);
    const answer = await ask('PUT', `/photos/${photoId}`, {
      headers: {
        'Upload-Offset': '0',
        'Upload-Length': String(sealed.length),
        'Photo-Submission': newId(),
        'Photo-Item': 'front',
        'Photo-Key': phone.officeKey.keyId,
        'Photo-Sha256': createHash('sha256').update(sealed).digest('hex'),
      },
      body: new Uint8Array(sealed),
    });
    expect(answer.status).toBe(204);
    ids.push(photoId);
  }
  const states = async () =>
    (await table((trx) => trx.selectFrom('submissionPhotos').select('state').execute())).map(
      ({ state }) => state,
    );
  await app.until('the first photo to be opened', async () => (await states()).includes('ready'));
  await app.kill('worker');
  await app.workerIsBack();
  await app.until('all photos to be opened', async () =>
    (await states()).every((state) => state !== 'stored'),
  );
  expect(new Set(await states())).toEqual(new Set(['ready']));
  for (const id of ids) {
    expect(await services.files.stat(`${OFFICE}/field-photo/${id}`)).not.toBeNull();
    expect(await services.files.stat(`${OFFICE}/field-thumb/${id}`)).not.toBeNull();
    expect(await services.files.stat(`${OFFICE}/field-sealed/${id}`)).toBeNull();
  }
});
