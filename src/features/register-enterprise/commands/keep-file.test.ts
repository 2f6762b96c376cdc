import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { refused } from '#kernel/refusal.ts';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { anEnterprise } from '../factory.ts';
import { dropFile, keepFile } from './keep-file.server.ts';
import { openFile } from './open-file.server.ts';

/** A file that begins like a JPEG. */
function photo(name = 'NIB Bu Aminah.jpg', size = 20): File {
  const bytes = new Uint8Array(size);
  bytes.set([0xff, 0xd8, 0xff]);
  return new File([bytes], name);
}

async function aRegister() {
  const services = await freshServices();
  const office = await anOffice(services);
  const actor = anActor(office);
  const { enterpriseId } = await anEnterprise(services, actor);
  const kept = () => withOffice(services.db, office, (trx) => trx.selectFrom('files').selectAll().execute());
  const audit = () =>
    withOffice(services.db, office, (trx) =>
      trx.selectFrom('auditEvents').select(['action', 'subjectId', 'actorName']).orderBy('eventId').execute(),
    );
  return { services, office, actor, enterpriseId, kept, audit };
}

test('a photo is kept under a key of our own, with its kind told by its bytes and a line in the audit', async () => {
  const { services, office, actor, enterpriseId, kept, audit } = await aRegister();
  const outcome = await keepFile(services, actor, {
    enterpriseId,
    file: photo('C:\\foto\\NIB Bu Aminah.pdf'),
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  const { fileId } = outcome.value;
  expect(await kept()).toMatchObject([
    {
      fileId,
      enterpriseId,
      originalName: 'NIB Bu Aminah.pdf',
      mediaType: 'image/jpeg',
      byteSize: 20,
      storageKey: `${office}/evidence/${fileId}`,
      createdBy: actor.name,
    },
  ]);
  expect((await audit()).at(-1)).toEqual({
    action: 'file.kept',
    subjectId: enterpriseId,
    actorName: actor.name,
  });
});

test('a file that is no photo or PDF is refused whatever its name says, and one above 10 MB too; nothing is left', async () => {
  const { services, actor, enterpriseId, kept } = await aRegister();
  const keep = (file: File) => keepFile(services, actor, { enterpriseId, file });
  expect(await keep(new File(['<script>'], 'ktp.jpg', { type: 'image/jpeg' }))).toMatchObject({
    ok: false,
    refusal: { code: 'invalid_input', fields: [{ path: 'file', code: 'wrong_format' }] },
  });
  expect(await keep(photo('besar.jpg', 10 * 1024 * 1024 + 1))).toEqual(
    refused('file_too_large', { details: { megabytes: 10 } }),
  );
  expect(await kept()).toEqual([]);
});

test('who may not see the enterprise gets no file in, and none out', async () => {
  const { services, office, actor, enterpriseId, kept } = await aRegister();
  const elsewhere = anActor(office, 'companion', { kind: 'village', code: '33.75.01.1004' });
  const stranger = anActor(await anOffice(services, '33.25'));
  for (const other of [elsewhere, stranger]) {
    expect(await keepFile(services, other, { enterpriseId, file: photo() })).toEqual(refused('not_found'));
  }
  expect(await keepFile(services, anActor(office, 'head'), { enterpriseId, file: photo() })).toEqual(
    refused('forbidden'),
  );
  expect(await kept()).toEqual([]);
  const own = await keepFile(services, actor, { enterpriseId, file: photo() });
  if (!own.ok) throw new Error('kept');
  for (const other of [elsewhere, stranger]) {
    expect(await execute(services, other, openFile, { fileId: own.value.fileId })).toEqual(
      refused('not_found'),
    );
  }
  expect(await execute(services, anActor(office, 'partner'), openFile, { fileId: own.value.fileId })).toEqual(
    refused('forbidden'),
  );
});

test('that someone took a file is in the audit, and it is the same file', async () => {
  const { services, actor, enterpriseId, audit } = await aRegister();
  const file = new File(['%PDF-1.7 sertifikat'], 'halal.pdf');
  const kept = await keepFile(services, actor, { enterpriseId, file });
  if (!kept.ok) throw new Error('kept');
  const opened = await execute(services, actor, openFile, { fileId: kept.value.fileId });
  if (!opened.ok) throw new Error('opened');
  expect(opened.value).toMatchObject({
    originalName: 'halal.pdf',
    mediaType: 'application/pdf',
    byteSize: 19,
  });
  expect(await text(await services.files.read(opened.value.storageKey))).toBe('%PDF-1.7 sertifikat');
  expect((await audit()).at(-1)?.action).toBe('file.opened');
});

test('a file taken back is gone from disk and register', async () => {
  const { services, actor, enterpriseId, kept } = await aRegister();
  const outcome = await keepFile(services, actor, { enterpriseId, file: photo() });
  if (!outcome.ok) throw new Error('kept');
  await dropFile(services, actor, outcome.value);
  expect(await kept()).toEqual([]);
  expect(await services.files.stat(outcome.value.storageKey)).toBeNull();
});
