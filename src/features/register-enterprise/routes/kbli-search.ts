import { read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { registerPermissions } from '../permissions.ts';
import { kbliSearch } from '../queries/kbli-search.server.ts';
import type { Route } from './+types/kbli-search';

const LONGEST = 100;

/** `?q=jahit baju` → codes to choose from, for the form. */
export async function loader(args: Route.LoaderArgs) {
  const permission = registerPermissions['enterprise.view'];
  const { services, actor } = await requirePermission(args, permission);
  const text = (args.url.searchParams.get('q') ?? '').slice(0, LONGEST);
  return {
    text,
    hits: valueOrThrow(await read(services, actor, permission, (context) => kbliSearch(context, text))),
  };
}
