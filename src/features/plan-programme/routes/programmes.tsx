import { may } from '#kernel/actor.ts';
import { read } from '#platform/command.server.ts';
import { valueOrThrow } from '#platform/http/app-context.server.ts';
import { programmePermissions } from '../permissions.ts';
import { programmeList } from '../queries/programme-list.server.ts';
import { ProgrammeListScreen } from '../screens/programme-list-screen.tsx';
import type { Route } from './+types/programmes';
import { requireView } from './require-view.ts';

export async function loader(args: Route.LoaderArgs) {
  const { services, actor, view } = await requireView(args);
  return {
    page: valueOrThrow(await read(services, actor, view, programmeList)),
    mayPlan: may(actor, programmePermissions['programme.plan']),
    maySeeBudget: may(actor, programmePermissions['budget.view']),
    maySeeLedger: may(actor, programmePermissions['budget.view']),
  };
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function ProgrammesPage({ loaderData }: Route.ComponentProps) {
  return <ProgrammeListScreen {...loaderData} />;
}
