import type { CommandContext } from '#platform/command.server.ts';

/** Rows of a round may lie anywhere in the office: who answers for a part of it only neither plans nor sees one. */
export function isOfWholeOffice({
  scopes,
  officeCode,
}: Pick<CommandContext, 'scopes' | 'officeCode'>): boolean {
  return scopes.some(({ kind, code }) => kind === 'office' && code === officeCode);
}
