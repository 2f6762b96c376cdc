import { isId } from '#kernel/id.ts';
import { read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { pairPermissions } from '../permissions.ts';
import { openPairsOf } from '../queries/open-pairs-of.server.ts';
import type { Route } from './+types/similar';

/** "Mungkin sama dengan …": what else on the register may be this enterprise. */
export async function loader(args: Route.LoaderArgs) {
  const view = pairPermissions['pair.view'];
  const { services, actor } = await requirePermission(args, view);
  const { enterpriseId } = args.params;
  if (!isId(enterpriseId)) throw Response.json({ refusal: { code: 'not_found' } }, { status: 404 });
  const similar = valueOrThrow(
    await read(services, actor, view, (context) => openPairsOf(context, enterpriseId)),
  );
  if (similar === null) throw Response.json({ refusal: { code: 'not_found' } }, { status: 404 });
  return Response.json({ similar }, { headers: { 'Cache-Control': 'private, no-store' } });
}
