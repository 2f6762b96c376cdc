import { createHash } from 'node:crypto';
import type { CommandContext } from '#platform/command.server.ts';
import { insertOthers, listKnownEnvelopes } from '../delivery-store.server.ts';
import type { Envelope } from '../rules/wire.ts';

export const hashOfSealed = (sealed: Buffer): Buffer => createHash('sha256').update(sealed).digest();

/** An id made of what came (UUIDv8): the same bytes are known by it when they come again. */
function idOfHash(hash: Buffer): string {
  const hex = hash.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Envelopes whose id another holds. Those that are the same, byte for byte, are left alone; what differs is kept as it
 * came under an id of its own, since a phone forgets what it is told is known. Gives those that differed.
 */
export async function keepOthers(
  { trx, officeCode, now, audit }: CommandContext,
  by: { phoneId: string | null; via: 'sync' | 'file' },
  envelopes: readonly Envelope[],
): Promise<Set<Envelope>> {
  const known = await listKnownEnvelopes(
    trx,
    officeCode,
    envelopes.map(({ id }) => id),
  );
  const others = envelopes.flatMap((envelope) => {
    const sealed = Buffer.from(envelope.sealed, 'base64url');
    const hash = hashOfSealed(sealed);
    const before = known.get(envelope.id);
    if (!before || before.equals(hash)) return [];
    return [{ envelope, sealed, hash, id: idOfHash(hash), keyId: envelope.keyId, sealedUnder: envelope.id }];
  });
  const fresh = await insertOthers(trx, officeCode, others, { ...by, receivedAt: now });
  if (fresh > 0)
    await audit({
      action: 'delivery.received',
      ...(by.phoneId === null ? {} : { subject: { kind: 'phone', id: by.phoneId } }),
      details: { via: by.via, submissions: [], people: [], quarantined: fresh, unreadable: 0 },
    });
  return new Set(others.map(({ envelope }) => envelope));
}
