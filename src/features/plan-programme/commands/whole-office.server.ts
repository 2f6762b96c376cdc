import type { CommandContext } from '#platform/command.server.ts';

/** Programmes and money are the whole office's: who answers for a part of it only looks on. */
export function isOfWholeOffice({
  scopes,
  officeCode,
}: Pick<CommandContext, 'scopes' | 'officeCode'>): boolean {
  return scopes.some(({ kind, code }) => kind === 'office' && code === officeCode);
}
