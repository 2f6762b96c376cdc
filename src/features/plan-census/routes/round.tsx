import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { refused } from '#kernel/refusal.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import {
  addNewRows,
  closeRound,
  reopenRound,
  retryRound,
  startRound,
} from '../commands/steer-round.server.ts';
import { censusPermissions } from '../permissions.ts';
import { roundPage } from '../queries/round-page.server.ts';
import { RoundScreen } from '../screens/round-screen.tsx';
import type { Route } from './+types/round';

export async function loader(args: Route.LoaderArgs) {
  const view = censusPermissions['census.view'];
  const { services, actor } = await requirePermission(args, view);
  const found = await read(services, actor, view, (context) => roundPage(context, args.params.roundId));
  return { round: foundOr404(valueOrThrow(found)), mayPlan: may(actor, censusPermissions['census.plan']) };
}

const deeds = {
  start: startRound,
  add_rows: addNewRows,
  retry: retryRound,
  close: closeRound,
  reopen: reopenRound,
};

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, censusPermissions['census.plan']);
  const { roundId } = args.params;
  const intent = String((await args.request.formData()).get('intent'));
  const deed = Object.hasOwn(deeds, intent) ? deeds[intent as keyof typeof deeds] : undefined;
  const outcome = deed ? await execute(services, actor, deed, { roundId }) : refused('invalid_input');
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  return redirect(`/pendataan/${roundId}`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function RoundPage({ loaderData, actionData }: Route.ComponentProps) {
  return <RoundScreen {...loaderData} refusal={actionData?.refusal} />;
}
