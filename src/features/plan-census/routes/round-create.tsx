import { data, redirect } from 'react-router';
import { addMonths, plainDateInWib } from '#kernel/calendar.ts';
import { execute, read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { createRound } from '../commands/create-round.server.ts';
import { censusPermissions } from '../permissions.ts';
import { roundChoices } from '../queries/round-form.server.ts';
import { asRoundInput, newRoundValues, readRoundForm } from '../rules/round-form.ts';
import { RoundFormScreen } from '../screens/round-form-screen.tsx';
import type { Route } from './+types/round-create';

const permission = censusPermissions['census.plan'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const choices = valueOrThrow(await read(services, actor, permission, (context) => roundChoices(context)));
  const today = plainDateInWib(services.clock().getTime());
  return { choices, values: newRoundValues(choices, { startsOn: today, endsOn: addMonths(today, 2) }) };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const values = readRoundForm(await args.request.formData());
  const outcome = await execute(services, actor, createRound, asRoundInput(values));
  if (!outcome.ok) return data({ values, refusal: outcome.refusal }, { status: 422 });
  return redirect(`/pendataan/${outcome.value.roundId}`, 303);
}

export default function RoundCreatePage({ loaderData, actionData }: Route.ComponentProps) {
  const { choices, values } = loaderData;
  return (
    <RoundFormScreen choices={choices} values={actionData?.values ?? values} refusal={actionData?.refusal} />
  );
}
