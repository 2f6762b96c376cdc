import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { WhatsappSettings } from './whatsapp-settings.server.ts';

/** A message by a template that the provider has approved: outside a conversation nothing else is delivered. */
export type TemplateMessage = {
  /** E.164 */
  recipient: string;
  template: string;
  /** Such as `id` or `en_US`. */
  language: string;
  /** For {{1}}, {{2}} … of the template's body, in their order. */
  parameters: readonly string[];
  /** Comes back with every notice about this message (`biz_opaque_callback_data`): how one in doubt is known again. */
  reference: string;
};

/**
 * What is known after a call. Cloud API offers no key by which a repeated call is one message, so whoever calls must tell
 * a no, and a call that never arrived, from one of which nobody knows.
 */
export type TemplateAnswer =
  | { kind: 'accepted'; providerId: string }
  /** The provider said no: nothing was sent. `code` as in its list of errors, or `http_429` and the like. */
  | { kind: 'refused'; code: string; message: string; retryAfterSeconds: number | null }
  /** No connection was made: nothing was sent. */
  | { kind: 'unreachable'; message: string }
  /** The call was under way when it broke off, or the answer said nothing: it may have been sent. */
  | { kind: 'doubtful'; message: string };

export type TemplateChannel = (message: TemplateMessage) => Promise<TemplateAnswer>;

/** Longer than the provider ever takes; whoever waited so long does not know. */
const PATIENCE_MS = 30_000;
const LONGEST_ANSWER = 65_536;

/**
 * WhatsApp Cloud API (Graph API): POST /{phone number id}/messages. A new connection for each call, so that one which was
 * closed while idle cannot be taken for a call that broke off.
 */
export function whatsappCloudChannel(
  settings: WhatsappSettings,
  { patienceMs = PATIENCE_MS }: { patienceMs?: number } = {},
): TemplateChannel {
  const address = new URL(`${settings.url.replace(/\/$/, '')}/${settings.phoneId}/messages`);
  return async (message) => {
    const answer = await post(address, settings.token, bodyOf(message), patienceMs);
    return 'kind' in answer ? answer : read(answer);
  };
}

function bodyOf({ recipient, template, language, parameters, reference }: TemplateMessage): string {
  const components =
    parameters.length === 0
      ? []
      : [{ type: 'body', parameters: parameters.map((text) => ({ type: 'text', text: oneLine(text) })) }];
  return JSON.stringify({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: recipient.replace(/\D/g, ''),
    type: 'template',
    template: { name: template, language: { code: language }, components },
    biz_opaque_callback_data: reference,
  });
}

/** Parameters may hold no line breaks, tabs, or more than four spaces in a row. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim() || '-';

type Raw = { status: number; retryAfter: string | undefined; body: string };

function post(
  address: URL,
  token: string,
  body: string,
  patienceMs: number,
): Promise<Raw | (TemplateAnswer & { kind: 'unreachable' | 'doubtful' })> {
  const isHttps = address.protocol === 'https:';
  return new Promise((resolve) => {
    // Until the connection stands nothing of the call can have arrived.
    let stands = false;
    const broken = (error: Error & { code?: string }) =>
      resolve({ kind: stands ? 'doubtful' : 'unreachable', message: error.code ?? error.message });
    const call = (isHttps ? httpsRequest : httpRequest)(
      address,
      {
        method: 'POST',
        agent: false,
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(body),
        },
        signal: AbortSignal.timeout(patienceMs),
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (piece: string) => {
          if (text.length < LONGEST_ANSWER) text += piece;
        });
        response.on('error', broken);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            retryAfter: response.headers['retry-after'],
            body: text,
          }),
        );
      },
    );
    call.on('socket', (socket) =>
      socket.once(isHttps ? 'secureConnect' : 'connect', () => {
        stands = true;
      }),
    );
    call.on('error', broken);
    call.end(body);
  });
}

function read({ status, retryAfter, body }: Raw): TemplateAnswer {
  const said = parsed(body);
  const id = said?.messages?.[0]?.id;
  if (status >= 200 && status < 300)
    return typeof id === 'string' && id !== ''
      ? { kind: 'accepted', providerId: id }
      : { kind: 'doubtful', message: `http_${status} without an id` };
  const retryAfterSeconds = secondsOf(retryAfter);
  if (said?.error?.code !== undefined)
    return {
      kind: 'refused',
      code: String(said.error.code),
      message: said.error.error_data?.details ?? said.error.message ?? '',
      retryAfterSeconds,
    };
  // Without the provider's own words only these are a sure no; any other may come from somebody in between.
  if (status === 429 || status === 503 || (status >= 400 && status < 500 && status !== 408))
    return { kind: 'refused', code: `http_${status}`, message: '', retryAfterSeconds };
  return { kind: 'doubtful', message: `http_${status}` };
}

type Said = {
  messages?: { id?: unknown }[];
  error?: { code?: number | string; message?: string; error_data?: { details?: string } };
};

function parsed(body: string): Said | null {
  try {
    const value: unknown = JSON.parse(body);
    return value !== null && typeof value === 'object' ? (value as Said) : null;
  } catch {
    return null;
  }
}

/** Seconds, or a date (RFC 9110 §10.2.3). */
function secondsOf(retryAfter: string | undefined): number | null {
  if (retryAfter === undefined) return null;
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter);
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}
