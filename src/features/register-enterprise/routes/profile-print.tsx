import { requirePermission } from '#platform/http/app-context.server.ts';
import { registerPermissions } from '../permissions.ts';
import { ProfilePrintScreen } from '../screens/profile-print-screen.tsx';
import type { Route } from './+types/profile-print';
import { findProfile, leadToSurvivor } from './find-profile.ts';

export async function loader(args: Route.LoaderArgs) {
  const permission = registerPermissions['enterprise.view'];
  const { services, actor, session } = await requirePermission(args, permission);
  const { profile } = await findProfile(
    services,
    actor,
    permission,
    args.params.enterpriseId,
    async () => ({}),
  );
  leadToSurvivor(args.url, args.params.enterpriseId, profile);
  return {
    profile,
    officeName: session.office.name,
    by: session.name,
    printedAt: services.clock().getTime(),
  };
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function ProfilePrintPage({ loaderData }: Route.ComponentProps) {
  return <ProfilePrintScreen {...loaderData} />;
}
