import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { moveRows } from '../commands/move-rows.server.ts';
import { censusPermissions } from '../permissions.ts';
import { rowsPage } from '../queries/rows-page.server.ts';
import { readRowFilter } from '../rules/rows-view.ts';
import { RowsScreen } from '../screens/rows-screen.tsx';
import type { Route } from './+types/rows';

export async function loader(args: Route.LoaderArgs) {
  const view = censusPermissions['census.view'];
  const { services, actor } = await requirePermission(args, view);
  const { searchParams } = args.url;
  const page = Math.max(1, Math.min(100_000, Math.trunc(Number(searchParams.get('halaman'))) || 1));
  const found = await read(services, actor, view, (context) =>
    rowsPage(context, args.params.roundId, readRowFilter(searchParams), page),
  );
  return { ...foundOr404(valueOrThrow(found)), mayPlan: may(actor, censusPermissions['census.plan']) };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, censusPermissions['census.plan']);
  const { roundId } = args.params;
  const form = await args.request.formData();
  const outcome = await execute(services, actor, moveRows, {
    roundId,
    rowIds: form.getAll('pilih').map(String),
    toUserId: String(form.get('toUserId') ?? ''),
  });
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  // The gesture stands on the page of the hand-out, with the way back.
  return redirect(`/pendataan/${roundId}/bagi`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function RowsPage({ loaderData, actionData }: Route.ComponentProps) {
  return <RowsScreen {...loaderData} refusal={actionData?.refusal} />;
}
