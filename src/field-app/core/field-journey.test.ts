import 'fake-indexeddb/auto';
import { AEAD_AES_128_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from 'hpke';
import { expect, test } from 'vitest';
import { sealInfo } from '#features/survey-field/rules/wire.ts';
import type { OpenSealed } from '../testing/fake-seal.ts';
import { openOfficeDouble } from '../testing/office-double.ts';
import { openLife } from '../testing/phone-life.ts';
import { toBase64url } from './base64url.ts';
import { openDexieStore } from './dexie-store.ts';
import { finishDraft } from './finish.ts';
import { acceptReceiptFile, makeOutboxFile } from './outbox-file.ts';
import { sealToOffice } from './sealing.ts';
import { countUnsent, syncOnce } from './sync.ts';

const now = () => Date.UTC(2026, 2, 14, 7);
const suite = new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_128_GCM);
const text = new TextEncoder();

async function anOfficeWithKeys() {
  const pair = await suite.GenerateKeyPair();
  const publicKey = toBase64url(await suite.SerializePublicKey(pair.publicKey));
  const open: OpenSealed = async (_keyId, id, sealed) => {
    const options = { info: text.encode(sealInfo), aad: text.encode(id) };
    return new Uint8Array(await suite.Open(pair, sealed.slice(0, 65), sealed.slice(65), options));
  };
  return openOfficeDouble({ publicKey, open, now });
}

test('a day without signal: written, closed, opened again, finished, and all of it at the office once', async () => {
  const office = await anOfficeWithKeys();
  const disk = openDexieStore('journey');
  const morning = openLife(disk, office, sealToOffice, now);
  await morning.register('siti');
  const keeper = (await morning.begin('row-1'))!;
  keeper.change({ ...keeper.draft, verdict: 'produces', answers: { produk: 'batik tulis' } });
  const note = await morning.photograph(crypto.getRandomValues(new Uint8Array(60_000)));
  expect(await keeper.flush()).toBe('saved');
  morning.kill();
  disk.close();

  const again = openDexieStore('journey');
  const evening = openLife(again, office, sealToOffice, now);
  expect(await evening.enter('siti')).toBe(true);
  const reopened = await evening.reopen();
  expect(reopened?.draft.answers).toEqual({ produk: 'batik tulis' });
  expect(await finishDraft(evening.tools, evening.unlocked()!, reopened!)).toBe('finished');
  expect(await countUnsent(again)).toMatchObject({ visits: 1, envelopes: 1, photos: 1 });

  office.fates.push('lost_after');
  expect((await syncOnce(evening.sync, null)).state).toBe('unreachable');
  const outcome = await syncOnce(evening.sync, evening.unlocked());
  expect(outcome).toMatchObject({ state: 'done', unsent: { visits: 0, photos: 0 } });
  expect([...office.timesStored.values()]).toEqual([1]);
  expect([...office.submissions.values()][0]).toMatchObject({
    rowId: 'row-1',
    isFinished: true,
    verdict: 'produces',
    answers: { produk: 'batik tulis' },
    photos: [note],
    clockOffS: 0,
  });
  expect(office.isWhole(note.id)).toBe(true);
  again.close();
});

test('nothing personal lies readable on the phone', async () => {
  const office = await anOfficeWithKeys();
  office.rows.set('siti', [{ rowId: 'r', name: 'Rahasia Jaya', owner: 'Bu Rahasia' } as never]);
  const disk = openDexieStore('at-rest');
  const life = openLife(disk, office, sealToOffice, now);
  await life.register('siti');
  await syncOnce(life.sync, life.unlocked());
  const draft = (await life.begin('r'))!;
  draft.change({ ...draft.draft, title: 'Rahasia Jaya', answers: { nama: 'Rahasia' } });
  await draft.flush();
  await finishDraft(life.tools, life.unlocked()!, draft);
  await life.begin('r');
  const all = await Promise.all(
    (['people', 'work', 'drafts', 'outbox', 'finished'] as const).map((table) => disk.all(table)),
  );
  const seen = all
    .flat()
    .flatMap((record) => Object.values(record))
    .map((value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : JSON.stringify(value),
    )
    .join(' ');
  expect(seen).not.toContain('Rahasia');
  expect(seen).not.toContain(life.unlocked()!.pullToken);
  disk.close();
});

test('a phone that never reaches the office sends a file, and forgets by its receipt', async () => {
  const office = await anOfficeWithKeys();
  const disk = openDexieStore('by-file');
  const life = openLife(disk, office, sealToOffice, now);
  await life.register('siti');
  const keeper = (await life.begin(null))!;
  const note = await life.photograph(crypto.getRandomValues(new Uint8Array(3_000)));
  await finishDraft(life.tools, life.unlocked()!, keeper);
  const file = await makeOutboxFile(disk, now());
  expect(file).toMatchObject({ name: 'pendataan-33.75-20260314-0700.gawangan', items: 2 });
  const receipt = await office.receiveFile(await file.blob.text());
  const forged = receipt.replace(/"mac":".{4}/, '"mac":"AAAA');
  expect(await acceptReceiptFile(disk, forged, now())).toEqual({
    ok: false,
    reason: 'not_signed_by_the_office',
  });
  expect((await countUnsent(disk)).visits).toBe(1);
  expect(await acceptReceiptFile(disk, receipt, now())).toEqual({ ok: true, forgotten: 2, unknown: 0 });
  expect((await countUnsent(disk)).visits).toBe(0);
  expect(office.isWhole(note.id)).toBe(true);
  disk.close();
});
