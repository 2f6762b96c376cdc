import { createHmac, timingSafeEqual } from 'node:crypto';

/** `sha256=…` over the raw bytes, as Graph API signs what it posts (X-Hub-Signature-256). */
export const signatureOf = (body: Uint8Array, appSecret: string): string =>
  `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;

/** Whether the body was signed with the secret; takes as long for a wrong signature as for a right one. */
export function isSignedBy(body: Uint8Array, signature: string | undefined, appSecret: string): boolean {
  const right = Buffer.from(signatureOf(body, appSecret));
  const given = Buffer.from(signature ?? '');
  return given.length === right.length && timingSafeEqual(given, right);
}
