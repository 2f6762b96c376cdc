import { data, redirect } from 'react-router';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { editIntake } from '../commands/edit-intake.server.ts';
import { programmePermissions } from '../permissions.ts';
import { intakeForm } from '../queries/intake-form.server.ts';
import { readIntakeForm } from '../rules/intake-form.ts';
import { IntakeFormScreen } from '../screens/intake-form-screen.tsx';
import type { Route } from './+types/intake-edit';

const permission = programmePermissions['programme.plan'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const { intakeId } = args.params;
  const found = await read(services, actor, permission, (context) => intakeForm(context, intakeId));
  const { choices, values, name } = foundOr404(valueOrThrow(found));
  return { choices, values, intake: { intakeId, name } };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const values = readIntakeForm(await args.request.formData());
  const { intakeId } = args.params;
  const outcome = await execute(services, actor, editIntake, { ...values, intakeId });
  if (!outcome.ok) return data({ values, refusal: outcome.refusal }, { status: 422 });
  return redirect(`/pembinaan/angkatan/${intakeId}?tersimpan=1`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function IntakeEditPage({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <IntakeFormScreen
      {...loaderData}
      values={actionData?.values ?? loaderData.values}
      refusal={actionData?.refusal}
    />
  );
}
