import { envelopeContentShape, type OpenedEnvelope } from '../input.ts';
import type { UnreadableReason } from '../rules/delivery-states.ts';
import { isDeeperThan, storableJson } from '../rules/storable-json.ts';
import type { Envelope } from '../rules/wire.ts';
import { type OpeningKey, openSealed } from './open-sealed.server.ts';

/** An envelope as it came, with what stands inside or why that cannot be told. */
export type ReadEnvelope = {
  id: string;
  keyId: string;
  sealed: Buffer;
  read: { ok: true; content: OpenedEnvelope } | { ok: false; reason: UnreadableReason };
};

/** An answer stands in a repeat in a group, and is an object itself at most. */
const DEEPEST = 40;

/** Opens and reads many at once: Node's crypto works in threads of its own. */
export function readEnvelopes(
  envelopes: readonly Envelope[],
  keys: ReadonlyMap<string, OpeningKey>,
): Promise<ReadEnvelope[]> {
  return Promise.all(
    envelopes.map(async ({ id, keyId, sealed: text }) => {
      const sealed = Buffer.from(text, 'base64url');
      return { id, keyId, sealed, read: await readSealed(id, sealed, keys.get(keyId)) };
    }),
  );
}

async function readSealed(
  id: string,
  sealed: Buffer,
  key: OpeningKey | undefined,
): Promise<ReadEnvelope['read']> {
  if (!key) return { ok: false, reason: 'unknown_key' };
  const plain = await openSealed(key, id, sealed);
  if (!plain) return { ok: false, reason: 'cannot_be_opened' };
  let json: unknown;
  try {
    json = JSON.parse(storableJson(plain.toString()));
  } catch {
    return { ok: false, reason: 'not_json' };
  }
  if (isDeeperThan(DEEPEST, json)) return { ok: false, reason: 'not_understood' };
  const parsed = envelopeContentShape.safeParse(json);
  if (!parsed.success) return { ok: false, reason: 'not_understood' };
  return { ok: true, content: parsed.data };
}
