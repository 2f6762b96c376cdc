import type { Actor } from '#kernel/actor.ts';
import { type Outcome, refused } from '#kernel/refusal.ts';
import { read } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import {
  countMessages,
  listMessages,
  type MessageRow,
  type MessageStatus,
  messageStatuses,
} from '../outbox-store.server.ts';
import { permissions } from '../permissions.ts';
import { coversOffice } from '../rules/covers-office.ts';

const PAGE = 50;

export type OutboxPage = {
  messages: MessageRow[];
  counts: Record<MessageStatus, number>;
  next: string | null;
};

/** One page of the outbox, recipients masked; `status` and `before` come from the address and are read kindly. */
export async function outboxList(
  services: Services,
  actor: Actor,
  asked: { status: string | null; before: string | null },
): Promise<Outcome<OutboxPage>> {
  const status = messageStatuses.find((one) => one === asked.status) ?? null;
  const outcome = await read(
    services,
    actor,
    permissions['outbox.view'],
    async ({ trx, officeCode, scopes }) => {
      if (!coversOffice(scopes)) return null;
      const found = await listMessages(trx, officeCode, {
        status,
        before: cursor(asked.before),
        limit: PAGE + 1,
      });
      const messages = found.slice(0, PAGE);
      return {
        messages,
        counts: await countMessages(trx, officeCode),
        next: found.length > PAGE ? (messages.at(-1)?.messageId ?? null) : null,
      };
    },
  );
  if (!outcome.ok) return outcome;
  return outcome.value ? { ok: true, value: outcome.value } : refused('forbidden');
}

/** An id from the address, or null when it is none: the list then begins anew. */
export function cursor(text: string | null): string | null {
  return text && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : null;
}
