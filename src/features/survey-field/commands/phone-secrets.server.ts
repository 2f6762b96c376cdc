import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Of a token only this is kept, so that a stolen table opens no door. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Takes as long for a token that is nearly right as for one that is wholly wrong. */
export function isToken(token: string, hash: Buffer): boolean {
  const given = hashOfToken(token);
  return given.length === hash.length && timingSafeEqual(given, hash);
}
