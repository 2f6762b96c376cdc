import type { CommandContext } from '#platform/command.server.ts';

/** Conditions and counts reach over the whole office; a role of one area or group is not enough. */
export function isOfWholeOffice({ scopes }: Pick<CommandContext, 'scopes'>): boolean {
  return scopes.some(({ kind }) => kind === 'office');
}
