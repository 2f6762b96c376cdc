import { data, redirect } from 'react-router';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { editProgramme } from '../commands/edit-programme.server.ts';
import { programmePermissions } from '../permissions.ts';
import { partnerChoices, programmeValues } from '../queries/programme-page.server.ts';
import { readProgrammeForm } from '../rules/programme-form.ts';
import { ProgrammeFormScreen } from '../screens/programme-form-screen.tsx';
import type { Route } from './+types/programme-edit';

const permission = programmePermissions['programme.plan'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const { programmeId } = args.params;
  const found = await read(services, actor, permission, (context) => programmeValues(context, programmeId));
  const values = foundOr404(valueOrThrow(found));
  const partners = valueOrThrow(
    await read(services, actor, permission, (context) => partnerChoices(context, values.partnerId)),
  );
  return { values, partners, programme: { programmeId, name: values.name } };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const { programmeId } = args.params;
  const values = readProgrammeForm(await args.request.formData());
  const outcome = await execute(services, actor, editProgramme, { ...values, programmeId });
  if (!outcome.ok) return data({ values, refusal: outcome.refusal }, { status: 422 });
  return redirect(`/pembinaan/${programmeId}`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function ProgrammeEditPage({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <ProgrammeFormScreen
      {...loaderData}
      values={actionData?.values ?? loaderData.values}
      refusal={actionData?.refusal}
    />
  );
}
