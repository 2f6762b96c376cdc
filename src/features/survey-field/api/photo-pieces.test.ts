import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anOffice } from '#testing/an-office.ts';
import { freshServices, type TestServices } from '#testing/fresh-services.ts';
import { makeFieldApi } from '../api.server.ts';
import { openPhotos } from '../commands/open-photos.server.ts';
import {
  anEnumerator,
  anEnvelope,
  aPhone,
  aRunningRound,
  aSubmission,
  type FieldPhone,
  sealAs,
} from '../factory.ts';
import { listPhotoLikeness, listPhotosOf } from '../review-store.server.ts';

const OFFICE = '33.75';

async function aField() {
  const services = await freshServices();
  await anOffice(services, OFFICE);
  const round = await aRunningRound(services, OFFICE);
  const phone = await aPhone(services, OFFICE, await anEnumerator(services, round));
  const api = makeFieldApi(services);
  const ask = (method: string, path: string, token: string, init: RequestInit = {}) =>
    api.request(`http://127.0.0.1:3000${path}`, {
      method,
      ...init,
      headers: { Authorization: `Bearer ${token}`, ...init.headers },
    });
  const deliver = (token: string, body: unknown) =>
    ask('POST', '/deliveries', token, { body: JSON.stringify(body) });
  return { services, round, phone, ask, deliver };
}

async function aPicture(): Promise<Buffer> {
  const noise = Buffer.from(Array.from({ length: 200 * 150 * 3 }, (_, at) => (at * 7919) % 251));
  return sharp(noise, { raw: { width: 200, height: 150, channels: 3 } })
    .withExif({ IFD0: { Copyright: 'rahasia-di-exif' } })
    .jpeg({ quality: 95 })
    .toBuffer();
}

async function aSealedPhoto(phone: FieldPhone, plain: Buffer) {
  const photoId = newId();
  const sealed = await sealAs(phone.officeKey, photoId, plain);
  const sha256 = createHash('sha256').update(sealed).digest('hex');
  const headers = (offset: number) => ({
    'Upload-Offset': String(offset),
    'Upload-Length': String(sealed.length),
    'Photo-Submission': newId(),
    'Photo-Item': 'front',
    'Photo-Key': phone.officeKey.keyId,
    'Photo-Sha256': sha256,
  });
  return { photoId, sealed, headers };
}

const photoRow = (services: TestServices, photoId: string) =>
  withOffice(services.db, OFFICE, (trx) =>
    trx.selectFrom('submissionPhotos').selectAll().where('photoId', '=', photoId).executeTakeFirst(),
  );

test('the name of a question that nobody should have sent costs a letter, and the photo is kept', async () => {
  const { services, phone, ask } = await aField();
  const { photoId, sealed, headers } = await aSealedPhoto(phone, Buffer.from('bukan gambar'));
  const put = await ask('PUT', `/photos/${photoId}`, phone.deliveryToken, {
    headers: { ...headers(0), 'Photo-Item': 'depan%00' },
    body: new Uint8Array(sealed),
  });
  expect(put.status).toBe(204);
  expect(await photoRow(services, photoId)).toMatchObject({ item: 'depan' });
});

test('a photo that no submission names as its own is shown with none', async () => {
  const { services, round, phone, deliver, ask } = await aField();
  const own = await aSealedPhoto(phone, await aPicture());
  const slipped = await aSealedPhoto(phone, await aPicture());
  const note = { id: own.photoId, item: 'front', takenAt: '2026-05-06T02:03:00Z' };
  const visit = aSubmission(round, phone, { photos: [note] });
  const envelopes = [await anEnvelope(phone, visit)];
  await deliver(phone.deliveryToken, { envelopes, unsent: 3, appVersion: '1' });
  for (const { photoId, sealed, headers } of [own, slipped]) {
    const answer = await ask('PUT', `/photos/${photoId}`, phone.deliveryToken, {
      headers: { ...headers(0), 'Photo-Submission': visit.id },
      body: new Uint8Array(sealed),
    });
    expect(answer.status).toBe(204);
  }
  await openPhotos(services, OFFICE);
  const shown = await withOffice(services.db, OFFICE, (trx) => listPhotosOf(trx, OFFICE, [visit.id]));
  expect(shown.map(({ photoId }) => photoId)).toEqual([own.photoId]);
  const alike = await withOffice(services.db, OFFICE, (trx) => listPhotoLikeness(trx, OFFICE, round.roundId));
  expect(alike).toHaveLength(1);
});

test('a full disk is waited for, and the photos are opened when there is room again', async () => {
  const { services, phone, ask } = await aField();
  services.log.level = 'silent';
  const { photoId, sealed, headers } = await aSealedPhoto(phone, await aPicture());
  await ask('PUT', `/photos/${photoId}`, phone.deliveryToken, {
    headers: headers(0),
    body: new Uint8Array(sealed),
  });
  const { put } = services.files;
  let isFull = true;
  services.files.put = async (key, content) => {
    if (!isFull) return put(key, content);
    isFull = false;
    // As the library that keeps files says it.
    const cause = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    throw Object.assign(new Error('Cannot write file', { cause }), { code: 'E_CANNOT_WRITE_FILE' });
  };
  await openPhotos(services, OFFICE, undefined, 0);
  expect(await photoRow(services, photoId)).toMatchObject({ state: 'ready' });
});

test('a picture that would fill the memory, a drawing with a program in it and a half picture are said to be broken', async () => {
  const { services, phone, ask } = await aField();
  const put = async (plain: Buffer) => {
    const { photoId, sealed, headers } = await aSealedPhoto(phone, plain);
    await ask('PUT', `/photos/${photoId}`, phone.deliveryToken, {
      headers: headers(0),
      body: new Uint8Array(sealed),
    });
    return photoId;
  };
  // Of a PNG only the head is read before its size is known: 60,000 by 60,000.
  const vast = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  vast.writeUInt32BE(60_000, 16);
  vast.writeUInt32BE(60_000, 20);
  const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const picture = await aPicture();
  const half = picture.subarray(0, picture.length / 2);
  const polyglot = Buffer.concat([picture, Buffer.from('<html><script>alert(1)</script>')]);
  const ids = [];
  for (const plain of [vast, drawing, half, polyglot]) ids.push(await put(plain));
  await openPhotos(services, OFFICE);
  const states = [];
  for (const id of ids) states.push((await photoRow(services, id))?.state);
  expect(states).toEqual(['broken', 'broken', 'broken', 'ready']);
  const kept = await readFile(services.files.pathOf(`${OFFICE}/field-photo/${ids[3]}`));
  expect(kept.includes('alert')).toBe(false);
});

test('a photo whose upload was cut goes on where the office stands, and is kept without the phone’s notes', async () => {
  const { services, phone, ask } = await aField();
  const { photoId, sealed, headers } = await aSealedPhoto(phone, await aPicture());
  const put = (offset: number, piece: Buffer) =>
    ask('PUT', `/photos/${photoId}`, phone.deliveryToken, {
      headers: headers(offset),
      body: new Uint8Array(piece),
    });
  const held = () => ask('HEAD', `/photos/${photoId}`, phone.deliveryToken);
  expect((await held()).status).toBe(404);
  const half = Math.floor(sealed.length / 2);
  const first = await put(0, sealed.subarray(0, half));
  expect([first.status, first.headers.get('Upload-Offset')]).toEqual([204, String(half)]);
  // The answer was lost: the phone sends it again, then asks.
  const again = await put(0, sealed.subarray(0, half));
  expect([again.status, again.headers.get('Upload-Offset')]).toEqual([409, String(half)]);
  expect((await held()).headers.get('Upload-Offset')).toBe(String(half));
  const last = await put(half, sealed.subarray(half));
  expect([last.status, last.headers.get('Upload-Offset')]).toEqual([204, String(sealed.length)]);
  expect((await put(half, sealed.subarray(half))).status).toBe(204);
  expect(await photoRow(services, photoId)).toMatchObject({ state: 'stored' });
  await openPhotos(services, OFFICE);
  const row = await photoRow(services, photoId);
  expect(row).toMatchObject({ state: 'ready', mediaType: 'image/webp', width: 200, height: 150 });
  expect(row?.likeness).toHaveLength(8);
  const picture = await readFile(services.files.pathOf(row?.storageKey ?? ''));
  expect(picture.includes('rahasia-di-exif')).toBe(false);
  expect((await sharp(picture).metadata()).exif).toBeUndefined();
  expect(await services.files.stat(`${OFFICE}/field-sealed/${photoId}`)).toBeNull();
  // As a worker leaves it that was killed before it cleared up.
  await writeFile(services.files.pathOf(`${OFFICE}/field-sealed/${photoId}`), sealed);
  await openPhotos(services, OFFICE);
  expect(await services.files.stat(`${OFFICE}/field-sealed/${photoId}`)).toBeNull();
  expect((await held()).headers.get('Upload-Offset')).toBe(String(sealed.length));
});

test('two who send the same photo at once do not mix their bytes', async () => {
  const { services, phone, ask } = await aField();
  const { photoId, sealed, headers } = await aSealedPhoto(phone, await aPicture());
  const size = 2_000;
  const upload = async () => {
    let offset = 0;
    for (let turn = 0; turn < 200 && offset < sealed.length; turn++) {
      const piece = new Uint8Array(sealed.subarray(offset, offset + size));
      const answer = await ask('PUT', `/photos/${photoId}`, phone.deliveryToken, {
        headers: headers(offset),
        body: piece,
      });
      offset = Number(answer.headers.get('Upload-Offset'));
    }
  };
  await Promise.all([upload(), upload(), upload()]);
  expect(await photoRow(services, photoId)).toMatchObject({ state: 'stored', receivedBytes: sealed.length });
  expect(await readFile(services.files.pathOf(`${OFFICE}/field-sealed/${photoId}`))).toEqual(sealed);
});

test('bytes that are not what was announced are asked for again; what is no picture is kept and said to be broken', async () => {
  const { services, phone, ask } = await aField();
  const put = (photoId: string, headers: Record<string, string>, body: Buffer) =>
    ask('PUT', `/photos/${photoId}`, phone.deliveryToken, { headers, body: new Uint8Array(body) });
  const one = await aSealedPhoto(phone, await aPicture());
  const wrong = Buffer.from(one.sealed);
  wrong[100]! ^= 1;
  const refused = await put(one.photoId, one.headers(0), wrong);
  expect([refused.status, refused.headers.get('Upload-Offset')]).toEqual([409, '0']);
  expect((await put(one.photoId, one.headers(0), one.sealed)).status).toBe(204);
  const script = await aSealedPhoto(phone, Buffer.from('<script>alert(1)</script>'));
  expect((await put(script.photoId, script.headers(0), script.sealed)).status).toBe(204);
  await openPhotos(services, OFFICE);
  expect(await photoRow(services, one.photoId)).toMatchObject({ state: 'ready' });
  expect(await photoRow(services, script.photoId)).toMatchObject({ state: 'broken' });
  expect(await services.files.stat(`${OFFICE}/field-sealed/${script.photoId}`)).not.toBeNull();
  const vast = { ...one.headers(0), 'Upload-Length': String(4 * 1024 * 1024) };
  expect((await put(newId(), vast, Buffer.from('x'))).status).toBe(413);
  expect((await put('not-an-id', one.headers(0), one.sealed)).status).toBe(400);
});
