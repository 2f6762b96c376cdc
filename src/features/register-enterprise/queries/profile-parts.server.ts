import { may, type Permission } from '#kernel/actor.ts';
import type { QueryContext } from '#platform/command.server.ts';
import type { ProfilePartView } from '../rules/profile-part.ts';

/**
 * What a later slice knows of an enterprise: what it received, which conditions it meets. The slice registers it, and the
 * profile shows it to whoever may see it; the profile has been found within the person's reach by then.
 */
export type ProfilePart = {
  permission: Permission;
  read(context: QueryContext, enterpriseId: string): Promise<ProfilePartView>;
};

const parts: ProfilePart[] = [];

export function registerProfileParts(more: readonly ProfilePart[]): void {
  parts.push(...more);
}

/** Those that this person may see, in the order in which they were registered. */
export async function profileParts(context: QueryContext, enterpriseId: string): Promise<ProfilePartView[]> {
  const views: ProfilePartView[] = [];
  for (const part of parts)
    if (may(context.actor, part.permission)) views.push(await part.read(context, enterpriseId));
  return views;
}
