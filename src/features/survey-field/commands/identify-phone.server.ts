import { createHash } from 'node:crypto';
import { plainDateInWib } from '#kernel/calendar.ts';
import { type Trx, withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { listActiveStaff } from '../../sign-in/index.server.ts';
import { findPhone, listPhoneUsers, type PhoneRow } from '../phone-store.server.ts';
import { type PhoneToken, parsePhoneToken } from '../rules/phone-token.ts';
import { isToken } from './phone-secrets.server.ts';

/** A phone that proved itself by its delivery token. Revoked ones may still deliver: that is how nothing is lost. */
export type DeliveringPhone = { officeCode: string; phoneId: string; isRevoked: boolean };

/** The token of `Authorization: Bearer …`. */
export function bearerToken(header: string | undefined): { token: string; parts: PhoneToken } | null {
  const token = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1] ?? '';
  const parts = parsePhoneToken(token);
  return parts && { token, parts };
}

/** The phone behind a delivery token; null for a token that was never given. */
export async function phoneByDeliveryToken(
  trx: Trx,
  { token, parts }: { token: string; parts: PhoneToken },
): Promise<PhoneRow | null> {
  const phone = await findPhone(trx, parts.officeCode, parts.phoneId);
  return phone && isToken(token, phone.deliveryHash) ? phone : null;
}

export async function identifyDelivering(
  services: Services,
  header: string | undefined,
): Promise<DeliveringPhone | null> {
  const given = bearerToken(header);
  if (!given) return null;
  const { officeCode } = given.parts;
  return withOffice(services.db, officeCode, async (trx) => {
    const phone = await phoneByDeliveryToken(trx, given);
    return phone && { officeCode, phoneId: phone.phoneId, isRevoked: phone.revokedAt !== null };
  });
}

/** Tokens that proved themselves in this process. A token belongs to one phone for good, also a revoked one. */
const proven = new WeakMap<Services['vault'], Map<string, string>>();
const MOST_PROVEN = 10_000;

/** As above, for those who come by the thousand, a piece of a photo each: asks the database once for a token. */
export async function provenPhone(
  services: Services,
  header: string | undefined,
): Promise<Pick<DeliveringPhone, 'officeCode' | 'phoneId'> | null> {
  const given = bearerToken(header);
  if (!given) return null;
  const known = proven.get(services.vault) ?? new Map<string, string>();
  proven.set(services.vault, known);
  const { officeCode, phoneId } = given.parts;
  const name = createHash('sha256').update(given.token).digest('base64');
  if (known.get(name) === phoneId) return { officeCode, phoneId };
  const phone = await identifyDelivering(services, header);
  if (!phone) return null;
  if (known.size >= MOST_PROVEN) known.clear();
  known.set(name, phoneId);
  return { officeCode, phoneId };
}

export type PullingPerson =
  | { state: 'unknown_token' | 'revoked' }
  | { state: 'known'; officeCode: string; phoneId: string; userId: string; name: string };

/** The person behind a token for a list, inside a transaction of the token's office. */
export async function personByPullToken(
  trx: Trx,
  { token, parts }: { token: string; parts: PhoneToken },
  now: Date,
): Promise<PullingPerson> {
  const { officeCode, phoneId } = parts;
  const phone = await findPhone(trx, officeCode, phoneId);
  const users = phone ? await listPhoneUsers(trx, officeCode, [phoneId]) : [];
  const user = users.find(({ pullHash }) => isToken(token, pullHash));
  if (!phone || !user) return { state: 'unknown_token' };
  if (phone.revokedAt || user.revokedAt) return { state: 'revoked' };
  // Whose account was closed, or whose role has ended, is revoked without anybody doing it.
  const [active] = await listActiveStaff(trx, officeCode, [user.userId], plainDateInWib(now.getTime()));
  if (!active) return { state: 'revoked' };
  return { state: 'known', officeCode, phoneId, userId: active.userId, name: active.name };
}
