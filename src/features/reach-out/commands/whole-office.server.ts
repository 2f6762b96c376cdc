import type { CommandContext } from '#platform/command.server.ts';

/** People of a list may live anywhere in the office: who answers for a part of it only neither makes nor sees one. */
export function isOfWholeOffice({
  scopes,
  officeCode,
}: Pick<CommandContext, 'scopes' | 'officeCode'>): boolean {
  return scopes.some(({ kind, code }) => kind === 'office' && code === officeCode);
}
