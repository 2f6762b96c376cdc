import { expect, test } from 'vitest';
import { whatsappDouble } from '#testing/whatsapp-double.ts';
import { isSignedBy, signatureOf } from './signed-body.server.ts';
import { whatsappCloudChannel } from './whatsapp-cloud-channel.server.ts';

const message = {
  recipient: '+6281234567890',
  template: 'undangan_kelas',
  language: 'id',
  parameters: ['Siti', 'Batik\nJlamprang'],
  reference: 'send-1',
};

test('a template goes out with its parameters on one line each, and comes back with its id', async () => {
  const provider = await whatsappDouble('33.75');
  const answer = await whatsappCloudChannel(provider.settings)(message);
  expect(provider.taken).toMatchObject([
    {
      to: '6281234567890',
      template: 'undangan_kelas',
      parameters: ['Siti', 'Batik Jlamprang'],
      reference: 'send-1',
    },
  ]);
  expect(answer).toEqual({ kind: 'accepted', providerId: provider.taken[0]?.id });
});

test('a no in the provider’s own words is a no, with its code and the time it asks for', async () => {
  const provider = await whatsappDouble('33.75');
  const send = whatsappCloudChannel(provider.settings);
  provider.moods.push(
    { refuse: 131026 },
    { refuse: 130429, status: 429, retryAfter: '7' },
    { refuse: 131000, status: 500 },
    { bare: 503 },
  );
  expect(await send(message)).toMatchObject({ kind: 'refused', code: '131026' });
  expect(await send(message)).toMatchObject({ kind: 'refused', code: '130429', retryAfterSeconds: 7 });
  expect(await send(message)).toMatchObject({ kind: 'refused', code: '131000' });
  expect(await send(message)).toMatchObject({ kind: 'refused', code: 'http_503' });
  expect(provider.taken).toEqual([]);
});

test('a wrong token is told apart from a wrong number', async () => {
  const provider = await whatsappDouble('33.75');
  const send = whatsappCloudChannel({ ...provider.settings, token: 'wrong' });
  expect(await send(message)).toMatchObject({ kind: 'refused', code: '190' });
});

test('what broke off after it was taken, timed out, or was answered by somebody in between is in doubt', async () => {
  const provider = await whatsappDouble('33.75');
  const send = whatsappCloudChannel(provider.settings, { patienceMs: 300 });
  provider.moods.push('accept_then_cut', 'accept_then_silence', { bare: 502 }, { bare: 500 });
  for (let at = 0; at < 4; at++) expect(await send(message)).toMatchObject({ kind: 'doubtful' });
  expect(provider.taken).toHaveLength(2);
});

test('a provider that is not there was sent nothing', async () => {
  const provider = await whatsappDouble('33.75');
  await provider.goDown();
  expect(await whatsappCloudChannel(provider.settings)(message)).toEqual({
    kind: 'unreachable',
    message: 'ECONNREFUSED',
  });
});

test('a signature holds for these bytes and this secret only', () => {
  const body = Buffer.from('{"a":"é"}');
  const signature = signatureOf(body, 'secret');
  expect(isSignedBy(body, signature, 'secret')).toBe(true);
  for (const [bytes, given, secret] of [
    [Buffer.from('{"a":"e"}'), signature, 'secret'],
    [body, signature, 'other'],
    [body, signature.replace('sha256=', ''), 'secret'],
    [body, undefined, 'secret'],
    [body, 'sha256=00', 'secret'],
  ] as const)
    expect(isSignedBy(bytes, given, secret)).toBe(false);
});
