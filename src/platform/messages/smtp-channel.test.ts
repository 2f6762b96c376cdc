import { expect, test } from 'vitest';
import { smtpDouble } from '#testing/smtp-double.ts';
import { smtpChannel } from './smtp-channel.server.ts';

const message = {
  messageId: '0199a000-0000-7000-8000-000000000001',
  recipient: 'siti@contoh.id',
  subject: 'Kelas ekspor',
  body: 'Yth. Siti, ada kelas ekspor.',
  headers: { 'List-Unsubscribe': '<https://umkm.contoh.go.id/kait/berhenti/x>' },
};
const from = 'Dinas UMKM <umkm@contoh.go.id>';

test('a mail goes out with its head, its text, and the same id however often it is tried', async () => {
  const server = await smtpDouble();
  const { send } = smtpChannel(server.url, from);
  expect(await send(message)).toMatchObject({ ok: true });
  const [mail] = server.taken;
  expect(mail?.to).toBe('siti@contoh.id');
  expect(mail?.body).toContain('Yth. Siti, ada kelas ekspor.');
  expect(mail?.headers).toContain('From: Dinas UMKM <umkm@contoh.go.id>');
  expect(mail?.headers).toContain('Message-ID: <0199a000-0000-7000-8000-000000000001@contoh.go.id>');
  expect(mail?.headers).toContain('List-Unsubscribe: <https://umkm.contoh.go.id/kait/berhenti/x>');
});

test('a no for now is tried later, a no to the person is for good, a no to us can be mended', async () => {
  const server = await smtpDouble();
  const { send } = smtpChannel(server.url, from);
  server.moods.push({ refuse: 450 }, { refuse: 550 }, { refuse: 554 }, { refuseSender: 553 }, 'cut');
  expect(await send(message)).toMatchObject({ ok: false, why: 'later' });
  expect(await send(message)).toMatchObject({ ok: false, why: 'wrong_address' });
  expect(await send(message)).toMatchObject({ ok: false, why: 'refused' });
  expect(await send(message)).toMatchObject({ ok: false, why: 'later' });
  expect(await send(message)).toMatchObject({ ok: false, why: 'later' });
  expect(server.taken).toEqual([]);
});

test('a connection that breaks while the mail is handed over leaves it in doubt', async () => {
  const server = await smtpDouble();
  server.moods.push('accept_then_cut');
  expect(await smtpChannel(server.url, from).send(message)).toMatchObject({ ok: false, why: 'doubtful' });
  expect(server.taken).toHaveLength(1);
});

test('a server that is not there was sent nothing', async () => {
  const server = await smtpDouble();
  await server.goDown();
  expect(await smtpChannel(server.url, from).send(message)).toMatchObject({ ok: false, why: 'later' });
});

test('without a server nothing leaves the machine', async () => {
  expect(smtpChannel(undefined, from).delivers).toBe(false);
});
