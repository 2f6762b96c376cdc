import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { withdrawBatch } from '../commands/record-list.server.ts';
import { supportPermissions } from '../permissions.ts';
import { totalsPage } from '../queries/totals-page.server.ts';
import { TotalsScreen } from '../screens/totals-screen.tsx';
import type { Route } from './+types/totals';

const view = supportPermissions['support.view_totals'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, view);
  const { searchParams } = args.url;
  const place = Math.trunc(Number(searchParams.get('setelah') ?? searchParams.get('sebelum') ?? 0));
  const from = Number.isFinite(place) ? Math.max(0, place) : 0;
  const page = await read(services, actor, view, (context) => totalsPage(context, from));
  return {
    page: foundOr404(valueOrThrow(page)),
    mayRecordLists: may(actor, supportPermissions['support.record_lists']),
    saved: searchParams.has('tersimpan'),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, supportPermissions['support.record_lists']);
  const form = await args.request.formData();
  const outcome = await execute(services, actor, withdrawBatch, { batchId: String(form.get('batchId')) });
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  return redirect('/pembinaan/riwayat?tersimpan=1', 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function TotalsPage({ loaderData, actionData }: Route.ComponentProps) {
  return <TotalsScreen {...loaderData} refusal={actionData?.refusal} />;
}
