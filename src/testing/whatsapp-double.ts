import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { signatureOf } from '#platform/messages/signed-body.server.ts';
import type { WhatsappSettings } from '#platform/messages/whatsapp-settings.server.ts';

/** How the provider meets one call. */
export type Mood =
  | 'accept'
  /** Says no in its own words; the number is its error code. */
  | { refuse: number; status?: number; retryAfter?: string }
  /** An answer that somebody in between gave. */
  | { bare: number }
  /** Takes the message, then the connection breaks before the answer. */
  | 'accept_then_cut'
  /** Takes the message and never answers. */
  | 'accept_then_silence';

export type Taken = { to: string; template: string; parameters: string[]; reference: string; id: string };

export type WhatsappDouble = {
  settings: WhatsappSettings;
  /** What the provider took, whatever it answered: a message each. */
  taken: Taken[];
  /** Calls that arrived. */
  calls(): number;
  /** For the next calls, one each; then `accept` again. */
  moods: Mood[];
  /** As every call is met while there is no other mood. */
  usual: { mood: Mood };
  /** Nobody listens any more, or again on the same port. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  /** A notice as the provider posts it: body and headers, signed. */
  notice(value: object): { body: string; headers: Record<string, string> };
};

/**
 * A server on loopback that behaves as WhatsApp's Cloud API does towards one that sends templates: checks address and
 * token, answers with wamid ids, refuses in Graph's form, and breaks off where it is told to.
 */
export async function whatsappDouble(officeCode: string): Promise<WhatsappDouble> {
  const taken: Taken[] = [];
  const moods: Mood[] = [];
  const usual: { mood: Mood } = { mood: 'accept' };
  let calls = 0;
  const settings = {
    officeCode,
    phoneId: '106540352242922',
    token: 'token-of-the-test',
    appSecret: 'secret-of-the-test',
    verifyToken: 'verify-of-the-test',
  };
  const server = createServer((request, response) => {
    void meet(request, response).catch(() => response.destroy());
  });
  async function meet(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    calls++;
    const said = JSON.parse(Buffer.concat(pieces).toString());
    const refuse = (code: number, status = 400, headers = {}) =>
      answer(
        response,
        status,
        { error: { message: `(#${code}) refused`, type: 'OAuthException', code, fbtrace_id: 'A' } },
        headers,
      );
    if (request.method !== 'POST' || request.url !== `/v23.0/${settings.phoneId}/messages`)
      return refuse(100, 404);
    if (request.headers.authorization !== `Bearer ${settings.token}`) return refuse(190, 401);
    if (said.messaging_product !== 'whatsapp' || said.type !== 'template' || !/^\d{8,15}$/.test(said.to))
      return refuse(100);
    const mood = moods.shift() ?? usual.mood;
    if (typeof mood === 'object' && 'refuse' in mood)
      return refuse(mood.refuse, mood.status, mood.retryAfter ? { 'Retry-After': mood.retryAfter } : {});
    if (typeof mood === 'object') {
      response.writeHead(mood.bare, { 'Content-Type': 'text/html' }).end('<h1>Bad Gateway</h1>');
      return;
    }
    const id = `wamid.${randomBytes(12).toString('base64')}`;
    taken.push({
      to: said.to,
      template: said.template.name,
      parameters: (said.template.components[0]?.parameters ?? []).map((one: { text: string }) => one.text),
      reference: said.biz_opaque_callback_data,
      id,
    });
    if (mood === 'accept_then_cut') return void request.socket.destroy();
    if (mood === 'accept_then_silence') return;
    answer(response, 200, {
      messaging_product: 'whatsapp',
      contacts: [{ input: said.to, wa_id: said.to }],
      messages: [{ id, message_status: 'accepted' }],
    });
  }
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const goDown = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(() => (server.listening ? goDown() : undefined));
  return {
    settings: { ...settings, url: `http://127.0.0.1:${port}/v23.0` },
    taken,
    calls: () => calls,
    moods,
    usual,
    goDown,
    comeBack: () => listen(port),
    notice(value) {
      const body = JSON.stringify({
        object: 'whatsapp_business_account',
        entry: [
          {
            id: '102290129340398',
            changes: [
              {
                field: 'messages',
                value: {
                  messaging_product: 'whatsapp',
                  metadata: { display_phone_number: '62285000000', phone_number_id: settings.phoneId },
                  ...value,
                },
              },
            ],
          },
        ],
      });
      const headers = {
        'Content-Type': 'application/json',
        'X-Hub-Signature-256': signatureOf(Buffer.from(body), settings.appSecret),
      };
      return { body, headers };
    },
  };
}

function answer(response: ServerResponse, status: number, body: object, headers = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
}
