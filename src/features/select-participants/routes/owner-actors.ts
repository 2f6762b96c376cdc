import type { Actor } from '#kernel/actor.ts';
import { membershipsToday } from '#platform/auth/memberships-today.server.ts';
import { requireSignedIn } from '#platform/http/app-context.server.ts';

/** The person signed in as owner, once for each office in which records of theirs stand. */
export async function ownerActors(args: Parameters<typeof requireSignedIn>[0]) {
  const app = await requireSignedIn(args);
  const own = (await membershipsToday(app.services, app.session.userId)).filter(
    ({ grant }) => grant.role === 'owner',
  );
  const actors = [...Map.groupBy(own, ({ officeCode }) => officeCode)].map(
    ([officeCode, of]): Actor => ({ ...app.actor, officeCode, grants: of.map(({ grant }) => grant) }),
  );
  return { ...app, actors };
}
