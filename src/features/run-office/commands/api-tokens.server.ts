import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Actor, systemActor } from '#kernel/actor.ts';
import { addDays, isPlainDate, startOfDayInWib } from '#kernel/calendar.ts';
import { done, invalid, refused } from '#kernel/refusal.ts';
import { defineCommand, read } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { grantInput } from '../input.ts';
import { permissions } from '../permissions.ts';
import { apiToken, officeOfToken } from '../rules/api-token.ts';
import { findTokenByHash, insertToken, updateTokenRevoked, updateTokenUsed } from '../token-store.server.ts';
import { refuseGrant } from './create-user.server.ts';

const hashOf = (token: string) => createHash('sha256').update(token).digest();

/**
 * Makes an API token with one role in one scope. The value holds it in the clear, for the one time it is shown.
 * `lastDay` is its last day (WIB), open when unset.
 */
export const createToken = defineCommand({
  name: 'token.create',
  permission: permissions['token.manage'],
  input: grantInput.pick({ role: true, scope: true }).extend({
    name: z.string().trim().min(1).max(80),
    lastDay: z.string().refine(isPlainDate, 'date_unreadable').nullish(),
  }),
  async run(context, { name, role, scope, lastDay }) {
    const refusal = await refuseGrant(context, { role, scope, validFrom: null, validTo: null });
    if (refusal) return refusal;
    const expiresAt = lastDay ? new Date(startOfDayInWib(addDays(lastDay, 1))) : null;
    if (expiresAt && expiresAt <= context.now) return invalid([{ path: 'lastDay', code: 'out_of_range' }]);
    const { trx, officeCode, actor, now } = context;
    const token = apiToken(officeCode, randomBytes(32).toString('base64url'));
    const tokenId = context.newId();
    await insertToken(trx, officeCode, {
      tokenId,
      name,
      tokenHash: hashOf(token),
      role,
      scope,
      createdBy: actor.id,
      createdAt: now,
      expiresAt,
    });
    await context.audit({
      action: 'token.created',
      subject: { kind: 'token', id: tokenId },
      details: { role, scope: `${scope.kind}:${scope.code}`, lastDay: lastDay ?? '' },
    });
    return done({ tokenId, token });
  },
});

/** Makes a token worthless at once. Refused: `not_found`, also when it is revoked already. */
export const revokeToken = defineCommand({
  name: 'token.revoke',
  permission: permissions['token.manage'],
  input: z.object({ tokenId: z.uuid() }),
  async run({ trx, officeCode, now, audit }, { tokenId }) {
    if (!(await updateTokenRevoked(trx, officeCode, tokenId, now))) return refused('not_found');
    await audit({ action: 'token.revoked', subject: { kind: 'token', id: tokenId } });
    return done();
  },
});

/** How long between two writes of "last used". */
const USED_EVERY_MS = 60_000;

/** Who a bearer token acts as; null for anything that is not a living token. */
export async function actorOfToken(services: Services, token: string): Promise<Actor | null> {
  const officeCode = officeOfToken(token);
  if (!officeCode) return null;
  const found = await read(
    services,
    systemActor(officeCode, 'token'),
    permissions['token.manage'],
    async ({ trx, now }) => {
      const row = await findTokenByHash(trx, officeCode, hashOf(token));
      if (!row || row.revokedAt || (row.expiresAt && row.expiresAt <= now)) return null;
      const stale = !row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > USED_EVERY_MS;
      if (stale) await updateTokenUsed(trx, officeCode, row.tokenId, now);
      return row;
    },
  );
  if (!found.ok || !found.value) return null;
  const { tokenId, name, role, scope } = found.value;
  return { kind: 'token', id: tokenId, name, officeCode, grants: [{ role, scope }] };
}
