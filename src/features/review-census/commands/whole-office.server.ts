import type { CommandContext } from '#platform/command.server.ts';

/** A round reaches over the whole office: who answers for a part of it only reviews none. */
export function isOfWholeOffice({
  scopes,
  officeCode,
}: Pick<CommandContext, 'scopes' | 'officeCode'>): boolean {
  return scopes.some(({ kind, code }) => kind === 'office' && code === officeCode);
}
