import { timingSafeEqual } from 'node:crypto';
import { isSignedBy } from '#platform/messages/signed-body.server.ts';
import { whatsappSettings } from '#platform/messages/whatsapp-settings.server.ts';
import type { Services } from '#platform/services.server.ts';
import { readNotices } from '../rules/provider-notice.ts';
import { takeNotices } from './take-notices.server.ts';

function isSame(one: string, other: string): boolean {
  const [given, right] = [Buffer.from(one), Buffer.from(other)];
  return given.length === right.length && timingSafeEqual(given, right);
}

/** Whether a number is set up, so that a provider may speak to us at all. */
export const isListening = (services: Services): boolean => whatsappSettings(services.env) !== null;

/** Whether this is the word that both sides know, asked when the address for notices is set up. */
export function knowsWord(services: Services, word: string): boolean {
  const settings = whatsappSettings(services.env);
  return settings !== null && isSame(word, settings.verifyToken);
}

/**
 * Takes in a post of the provider as its raw bytes. Forged: the signature does not hold, and nothing was read of it.
 * Throws where it could not be kept; the provider tells it again.
 */
export async function hearProvider(
  services: Services,
  bytes: Uint8Array,
  signature: string | undefined,
): Promise<'taken' | 'forged' | 'unreadable'> {
  const settings = whatsappSettings(services.env);
  if (!settings || !isSignedBy(bytes, signature, settings.appSecret)) return 'forged';
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return 'unreadable';
  }
  await takeNotices(services, settings.officeCode, readNotices(body, settings.phoneId));
  return 'taken';
}
