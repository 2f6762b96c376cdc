import { may } from '#kernel/actor.ts';
import { read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { censusPermissions } from '../permissions.ts';
import { censusPlaces } from '../queries/census-places.server.ts';
import { roundLines } from '../queries/round-lines.server.ts';
import { RoundListScreen } from '../screens/round-list-screen.tsx';
import type { Route } from './+types/rounds';

export async function loader(args: Route.LoaderArgs) {
  const view = censusPermissions['census.view_sheets'];
  const { services, actor } = await requirePermission(args, view);
  return {
    rounds: valueOrThrow(await read(services, actor, view, roundLines)),
    places: valueOrThrow(await read(services, actor, view, censusPlaces)),
    mayPlan: may(actor, censusPermissions['census.plan']),
    seesRounds: may(actor, censusPermissions['census.view']),
  };
}

export default function RoundsPage({ loaderData }: Route.ComponentProps) {
  return <RoundListScreen {...loaderData} />;
}
