import type { Role, Scope } from '#kernel/actor.ts';
import { type AreaCode, areaLevel, contains, isAreaCode } from '#kernel/statutory/area-code.ts';

/** Roles that people are given by hand; owners get theirs by their phone. */
export const staffRoles = [
  'officer',
  'head',
  'data_officer',
  'companion',
  'enumerator',
  'partner',
] as const satisfies readonly Role[];
export type StaffRole = (typeof staffRoles)[number];

/** Where each role may hold. Head and data officer answer for the office as a whole. */
const scopesOfRole: Record<StaffRole, readonly Scope['kind'][]> = {
  officer: ['office', 'district', 'village', 'group'],
  head: ['office'],
  data_officer: ['office'],
  companion: ['office', 'district', 'village', 'group'],
  enumerator: ['office', 'district', 'village'],
  // Sees its own intakes, and nothing of the office.
  partner: ['partner'],
};

/** Whether a role may hold in a scope of this office: an area must lie in it and be of the level it claims. */
export function isFitScope(role: StaffRole, scope: Scope, officeCode: AreaCode): boolean {
  if (!scopesOfRole[role].includes(scope.kind)) return false;
  if (scope.kind === 'office') return scope.code === officeCode;
  if (scope.kind === 'group' || scope.kind === 'partner') return scope.code.length > 0;
  return isAreaCode(scope.code) && areaLevel(scope.code) === scope.kind && contains(officeCode, scope.code);
}
