import type { CommandContext } from '#platform/command.server.ts';

/** Lists and totals reach over the whole office: who answers for a part of it only sees its enterprises one by one. */
export function isOfWholeOffice({
  scopes,
  officeCode,
}: Pick<CommandContext, 'scopes' | 'officeCode'>): boolean {
  return scopes.some(({ kind, code }) => kind === 'office' && code === officeCode);
}
