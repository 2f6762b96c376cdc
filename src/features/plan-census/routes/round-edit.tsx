import { data, redirect } from 'react-router';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { editRound } from '../commands/edit-round.server.ts';
import { censusPermissions } from '../permissions.ts';
import { roundChoices, roundValues } from '../queries/round-form.server.ts';
import { asRoundInput, readRoundForm } from '../rules/round-form.ts';
import { RoundFormScreen } from '../screens/round-form-screen.tsx';
import type { Route } from './+types/round-edit';

const permission = censusPermissions['census.plan'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const { roundId } = args.params;
  const found = await read(services, actor, permission, (context) => roundValues(context, roundId));
  const { values, isRunning, ownListId } = foundOr404(valueOrThrow(found));
  const choices = valueOrThrow(
    await read(services, actor, permission, (context) => roundChoices(context, ownListId)),
  );
  return { choices, values, round: { roundId, name: values.name, isRunning } };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const { roundId } = args.params;
  const values = readRoundForm(await args.request.formData());
  const outcome = await execute(services, actor, editRound, { roundId, ...asRoundInput(values) });
  if (!outcome.ok) return data({ values, refusal: outcome.refusal }, { status: 422 });
  return redirect(`/pendataan/${roundId}`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function RoundEditPage({ loaderData, actionData }: Route.ComponentProps) {
  const { choices, values, round } = loaderData;
  return (
    <RoundFormScreen
      choices={choices}
      values={actionData?.values ?? values}
      round={round}
      refusal={actionData?.refusal}
    />
  );
}
