import { createHash, createHmac } from 'node:crypto';
import type { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import { done, type Outcome } from '#kernel/refusal.ts';
import { type Command, type CommandContext, execute } from '../../command.server.ts';
import type { Services } from '../../services.server.ts';

/** For how long an answer is kept for replay. */
const KEPT_MS = 7 * 24 * 3_600_000;

/** A write with an `Idempotency-Key`: the key as it is stored, and a digest of all that was asked. */
export type OnceKey = { key: string; requestHash: Buffer };

/**
 * Only digests are stored: people put names and numbers into keys, and bodies hold identifiers. The digest of the
 * request is keyed with the client's own key, so that the table tells nothing about the body.
 */
export function onceKey(
  idempotencyKey: string,
  request: { method: string; path: string; ifMatch: string; body: string },
): OnceKey {
  const { method, path, ifMatch, body } = request;
  return {
    key: createHash('sha256').update(idempotencyKey).digest('base64url'),
    requestHash: createHmac('sha256', idempotencyKey)
      .update(JSON.stringify([method, path, ifMatch, body]))
      .digest(),
  };
}

type Kept = { requestHash: Buffer; response: unknown };

/** Claims the key in this transaction; answers what was kept when it is taken. Waits while another request holds it. */
async function claim({ trx, officeCode, actor, now }: CommandContext, once: OnceKey): Promise<Kept | null> {
  await trx
    .deleteFrom('idempotencyKeys')
    .where('officeCode', '=', officeCode)
    .where('actorId', '=', actor.id)
    .where('createdAt', '<', new Date(now.getTime() - KEPT_MS))
    .execute();
  const claimed = await trx
    .insertInto('idempotencyKeys')
    .values({
      officeCode,
      actorId: actor.id,
      idempotencyKey: once.key,
      requestHash: once.requestHash,
      createdAt: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('idempotencyKey')
    .executeTakeFirst();
  if (claimed) return null;
  return trx
    .selectFrom('idempotencyKeys')
    .select(['requestHash', 'response'])
    .where('officeCode', '=', officeCode)
    .where('actorId', '=', actor.id)
    .where('idempotencyKey', '=', once.key)
    .executeTakeFirstOrThrow();
}

export type OnceAnswer<Kept> = { kind: 'new' | 'replayed'; answer: Kept } | { kind: 'other_request' };

/**
 * Runs a command at most once per key. The key is claimed, the deed done and its answer kept in one transaction, so a
 * crash leaves either all of it or nothing. A refusal undoes the claim too: after mending, the same key may be used
 * again. `toAnswer` decides what is kept, and must leave out personal data.
 */
export async function executeOnce<Shape extends z.ZodType, Value, Answer>(
  services: Services,
  actor: Actor,
  command: Command<Shape, Value>,
  input: unknown,
  once: OnceKey,
  answering: { status: number; toAnswer: (value: Value) => Answer },
): Promise<Outcome<OnceAnswer<Answer>>> {
  const withKey: Command<Shape, OnceAnswer<Answer>> = {
    ...command,
    async run(context, given) {
      const kept = await claim(context, once);
      if (kept && !kept.requestHash.equals(once.requestHash)) return done({ kind: 'other_request' });
      if (kept) return done({ kind: 'replayed', answer: kept.response as Answer });
      const outcome = await command.run(context, given);
      if (!outcome.ok) return outcome;
      const answer = answering.toAnswer(outcome.value);
      await context.trx
        .updateTable('idempotencyKeys')
        .set({ status: answering.status, response: JSON.stringify(answer) })
        .where('officeCode', '=', context.officeCode)
        .where('actorId', '=', actor.id)
        .where('idempotencyKey', '=', once.key)
        .execute();
      return done({ kind: 'new', answer });
    },
  };
  return execute(services, actor, withKey, input);
}
