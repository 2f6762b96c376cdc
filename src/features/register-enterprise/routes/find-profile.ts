import { redirect } from 'react-router';
import type { Actor, Permission } from '#kernel/actor.ts';
import { isId } from '#kernel/id.ts';
import { read } from '#platform/command.server.ts';
import { notFound, valueOrThrow } from '#platform/http/app-context.server.ts';
import { type EnterpriseProfile, enterpriseProfile } from '../queries/enterprise-profile.server.ts';

type Reading = Parameters<Parameters<typeof read>[3]>[0];

/** The address of a record that was led to another leads there too; not for good, since a merge may be undone. */
export function leadToSurvivor(url: URL, enterpriseId: string, { enterprise }: EnterpriseProfile): void {
  if (enterprise.enterpriseId === enterpriseId) return;
  throw redirect(url.pathname.replace(enterpriseId, enterprise.enterpriseId) + url.search);
}

/** The profile and whatever else is to be read with it. */
export async function findProfile<More extends object>(
  services: Parameters<typeof read>[0],
  actor: Actor,
  permission: Permission,
  enterpriseId: string,
  more: (context: Reading, profile: EnterpriseProfile) => Promise<More>,
): Promise<{ profile: EnterpriseProfile } & More> {
  if (!isId(enterpriseId)) notFound();
  const found = valueOrThrow(
    await read(services, actor, permission, async (context) => {
      const profile = await enterpriseProfile(context, enterpriseId);
      return profile && { profile, ...(await more(context, profile)) };
    }),
  );
  return found ?? notFound();
}
