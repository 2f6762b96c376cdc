import { may } from '#kernel/actor.ts';
import { requirePermission, requireSignedIn } from '#platform/http/app-context.server.ts';
import { programmePermissions } from '../permissions.ts';

/** For pages that staff and partners share: by which permission this person reads them. */
export async function requireView(here: Parameters<typeof requireSignedIn>[0]) {
  const { actor } = await requireSignedIn(here);
  const staff = programmePermissions['programme.view'];
  const view = may(actor, staff) ? staff : programmePermissions['programme.view_own'];
  return { ...(await requirePermission(here, view)), view, isStaff: view === staff };
}
