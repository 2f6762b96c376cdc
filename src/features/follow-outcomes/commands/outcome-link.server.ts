import { createHash } from 'node:crypto';
import type { Vault } from '#platform/vault/vault.server.ts';
import type { AskRow } from '../ask-store.server.ts';
import { writeCode } from '../rules/link-code.ts';

/** What is kept of a code: enough to know it again, not enough to make it. */
export const hashOfCode = (code: string): Buffer => createHash('sha256').update(code).digest();

/**
 * The code of an ask's link, signed with this installation's own key: it can be shown again without being kept. A link made
 * anew has another code, and the one before leads nowhere.
 */
export function codeOf(
  vault: Pick<Vault, 'blindIndex'>,
  officeCode: string,
  askId: string,
  madeAt: Date,
): string {
  return writeCode(vault.blindIndex('outcome_link', `${officeCode}|${askId}|${madeAt.getTime()}`));
}

/** The path of an ask's link; null: none was made, or not with this installation's key (restored elsewhere). */
export function linkOf(
  vault: Pick<Vault, 'blindIndex'>,
  officeCode: string,
  { askId, linkMadeAt, codeHash }: Pick<AskRow, 'askId' | 'linkMadeAt' | 'codeHash'>,
): string | null {
  if (linkMadeAt === null || codeHash === null) return null;
  const code = codeOf(vault, officeCode, askId, linkMadeAt);
  return hashOfCode(code).equals(codeHash) ? `/kabar/${code}` : null;
}
