import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { sayOutcome } from '../commands/say-outcome.server.ts';
import { reachPermissions } from '../permissions.ts';
import { visitLines } from '../queries/visit-lines.server.ts';
import { VisitsScreen } from '../screens/visits-screen.tsx';
import type { Route } from './+types/visits';

const view = reachPermissions['reach.view'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, view);
  const found = await read(services, actor, view, (context) => visitLines(context, args.params.outreachId));
  return {
    ...foundOr404(valueOrThrow(found)),
    mayContact: may(actor, reachPermissions['reach.contact']),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, reachPermissions['reach.contact']);
  const form = await args.request.formData();
  const outcome = await execute(services, actor, sayOutcome, {
    recipientId: String(form.get('recipientId') ?? ''),
    outcome: String(form.get('outcome') ?? ''),
  });
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  return redirect(`/sapa/${args.params.outreachId}/kunjungan`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function VisitsPage({ loaderData, actionData }: Route.ComponentProps) {
  return <VisitsScreen {...loaderData} refusal={actionData?.refusal} />;
}
