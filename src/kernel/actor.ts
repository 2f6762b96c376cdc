/** What a person may be in an office; one person may be several things. */
export const roles = [
  'officer',
  'head',
  'data_officer',
  'companion',
  'enumerator',
  'partner',
  'owner',
] as const;
export type Role = (typeof roles)[number];

export const scopeKinds = ['office', 'district', 'village', 'group', 'owner', 'partner'] as const;
/** Where a role holds: the whole office, an area (Kemendagri code), one group, one's own owner record, or one partner. */
export type Scope = { kind: (typeof scopeKinds)[number]; code: string };

export type Grant = { role: Role; scope: Scope };

/** Who acts: a person signed in, an API token, or the system itself (jobs, command line). Always within one office. */
export type Actor = {
  kind: 'person' | 'token' | 'system';
  id: string;
  name: string;
  officeCode: string;
  grants: readonly Grant[];
};

/** One thing that may be done, and by whom. */
export type Permission = {
  name: string;
  /** Roles that may; `system` actors always may. */
  roles: readonly Role[];
};

/**
 * Declares a slice's permissions: what may be done → by which roles. The matrix in docs/generated is made of these.
 */
export function definePermissions<Name extends string>(
  table: Record<Name, readonly Role[]>,
): Record<Name, Permission> {
  const entries = Object.entries<readonly Role[]>(table).map(([name, allowed]) => [
    name,
    { name, roles: allowed },
  ]);
  return Object.fromEntries(entries) as Record<Name, Permission>;
}

/** The scopes within which the actor may do this; an empty list means: not at all. */
export function scopesFor(actor: Actor, permission: Permission): Scope[] {
  if (actor.kind === 'system') return [{ kind: 'office', code: actor.officeCode }];
  return actor.grants.filter((grant) => permission.roles.includes(grant.role)).map((grant) => grant.scope);
}

export function may(actor: Actor, permission: Permission): boolean {
  return scopesFor(actor, permission).length > 0;
}

/** The system acting in an office, for jobs and the command line. */
export function systemActor(officeCode: string, name: string): Actor {
  return { kind: 'system', id: 'system', name, officeCode, grants: [] };
}

/** Whether something may be done in the whole office: a role of one area, one group or one partner is not enough. */
export function isOfWholeOffice({
  scopes,
  officeCode,
}: {
  scopes: readonly Scope[];
  officeCode: string;
}): boolean {
  return scopes.some(({ kind, code }) => kind === 'office' && code === officeCode);
}
