import { timingSafeEqual } from 'node:crypto';
import { isId } from '#kernel/id.ts';
import type { CommandContext } from '#platform/command.server.ts';

type Vault = CommandContext['vault'];
export type MailNamed = { officeCode: string; messageId: string };

const written = /^(\d{2}\.\d{2})\.([\w-]{22})([\w-]{22})$/;

const seal = (vault: Vault, { officeCode, messageId }: MailNamed) =>
  vault.blindIndex('mail_stop', `${officeCode}|${messageId}`);

/**
 * The code in a mail by which its reader stops further ones: office, message, and a keyed seal over both. Nothing of it is kept,
 * and nobody can make one.
 */
export function stopCodeOf(vault: Vault, mail: MailNamed): string {
  const id = Buffer.from(mail.messageId.replaceAll('-', ''), 'hex').toString('base64url');
  return `${mail.officeCode}.${id}${seal(vault, mail).toString('base64url')}`;
}

/** Which mail the code was made for; null: it is none of ours. */
export function readStopCode(vault: Vault, code: string): MailNamed | null {
  const [, officeCode, id, given] = written.exec(code) ?? [];
  if (officeCode === undefined || id === undefined || given === undefined) return null;
  const hex = Buffer.from(id, 'base64url').toString('hex');
  const messageId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const mail = { officeCode, messageId };
  if (!isId(messageId)) return null;
  const sealed = Buffer.from(given, 'base64url');
  const right = seal(vault, mail);
  return sealed.length === right.length && timingSafeEqual(sealed, right) ? mail : null;
}
