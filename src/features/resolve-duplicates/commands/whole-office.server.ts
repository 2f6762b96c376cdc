import type { CommandContext } from '#platform/command.server.ts';

/** The two records of a pair may lie anywhere in the office: who answers for a part of it only sees none. */
export function isOfWholeOffice({
  scopes,
  officeCode,
}: Pick<CommandContext, 'scopes' | 'officeCode'>): boolean {
  return scopes.some(({ kind, code }) => kind === 'office' && code === officeCode);
}
