import { data, redirect } from 'react-router';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { createIntake } from '../commands/create-intake.server.ts';
import { programmePermissions } from '../permissions.ts';
import { newIntakeForm } from '../queries/intake-form.server.ts';
import { readIntakeForm } from '../rules/intake-form.ts';
import { IntakeFormScreen } from '../screens/intake-form-screen.tsx';
import type { Route } from './+types/intake-create';

const permission = programmePermissions['programme.plan'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const { programmeId } = args.params;
  const found = await read(services, actor, permission, (context) => newIntakeForm(context, programmeId));
  return foundOr404(valueOrThrow(found));
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const values = readIntakeForm(await args.request.formData());
  const { programmeId } = args.params;
  const outcome = await execute(services, actor, createIntake, { ...values, programmeId });
  if (!outcome.ok) return data({ values, refusal: outcome.refusal }, { status: 422 });
  return redirect(`/pembinaan/angkatan/${outcome.value.intakeId}`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function IntakeCreatePage({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <IntakeFormScreen
      choices={loaderData.choices}
      values={actionData?.values ?? loaderData.values}
      refusal={actionData?.refusal}
    />
  );
}
