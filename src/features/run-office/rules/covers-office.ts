import type { Scope } from '#kernel/actor.ts';

/** Messages carry people's numbers from all over the office's area: a role for one kelurahan does not reach them. */
export function coversOffice(scopes: readonly Scope[]): boolean {
  return scopes.some((scope) => scope.kind === 'office');
}
