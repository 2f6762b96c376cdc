import type { SendStatus } from './send-status.ts';

/** What the provider tells of a message we handed to it. */
export type StatusNotice = {
  kind: 'status';
  providerMessageId: string;
  /** Our own id, which was sent along. */
  reference: string | null;
  status: Extract<SendStatus, 'sent' | 'delivered' | 'read' | 'failed'>;
  error: { code: string; text: string } | null;
  /** False: the provider says that it costs nothing. */
  billable: boolean | null;
};

/** What somebody wrote to us. */
export type ReplyNotice = {
  kind: 'reply';
  providerMessageId: string;
  /** E.164; null: the provider did not tell the number. */
  from: string | null;
  /** The message of ours that it answers. */
  answers: string | null;
  text: string;
  /** Milliseconds since 1970 UTC. */
  at: number;
};

export type Notice = StatusNotice | ReplyNotice;

type Shape = { readonly [key: string]: unknown };
const shape = (value: unknown): Shape =>
  value !== null && typeof value === 'object' ? (value as Shape) : {};
const list = (value: unknown): Shape[] => (Array.isArray(value) ? value.map(shape) : []);
const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value.slice(0, 4_096) : null;

const statuses = ['sent', 'delivered', 'read', 'failed'] as const;
const isStatus = (value: unknown): value is (typeof statuses)[number] => statuses.includes(value as never);

/**
 * Notices of one post of the provider (Cloud API, webhook field `messages`), in their order; those for another number,
 * and what is not understood, are left out. Whoever signed it may still send anything: nothing is taken on trust.
 */
export function readNotices(body: unknown, phoneId: string): Notice[] {
  return list(shape(body).entry)
    .flatMap((entry) => list(entry.changes))
    .map((change) => shape(change.value))
    .filter((value) => shape(value.metadata).phone_number_id === phoneId)
    .flatMap((value) => [
      ...list(value.statuses).flatMap(readStatus),
      ...list(value.messages).flatMap(readReply),
    ]);
}

function readStatus(said: Shape): StatusNotice[] {
  const providerMessageId = text(said.id);
  if (providerMessageId === null || !isStatus(said.status)) return [];
  const [error] = list(said.errors);
  const { billable } = shape(said.pricing);
  return [
    {
      kind: 'status',
      providerMessageId,
      reference: text(said.biz_opaque_callback_data),
      status: said.status,
      error:
        error === undefined
          ? null
          : {
              code: String(error.code ?? 'unknown'),
              text: text(shape(error.error_data).details) ?? text(error.title) ?? '',
            },
      billable: typeof billable === 'boolean' ? billable : null,
    },
  ];
}

function readReply(said: Shape): ReplyNotice[] {
  const providerMessageId = text(said.id);
  if (providerMessageId === null || said.type === 'reaction' || said.type === 'system') return [];
  const from = text(said.from);
  const interactive = shape(said.interactive);
  const written =
    text(shape(said.text).body) ??
    text(shape(said.button).text) ??
    text(shape(interactive.button_reply).title) ??
    text(shape(interactive.list_reply).title);
  const seconds = Number(said.timestamp);
  return [
    {
      kind: 'reply',
      providerMessageId,
      from: from !== null && /^\d{8,15}$/.test(from) ? `+${from}` : null,
      answers: text(shape(said.context).id),
      // A picture or a voice message: that it came, and of what kind.
      text: written ?? `[${text(said.type) ?? '?'}]`,
      at: Number.isSafeInteger(seconds) ? seconds * 1_000 : 0,
    },
  ];
}
