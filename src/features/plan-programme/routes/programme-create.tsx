import { data, redirect } from 'react-router';
import { execute, read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { createProgramme } from '../commands/create-programme.server.ts';
import { programmePermissions } from '../permissions.ts';
import { partnerChoices } from '../queries/programme-page.server.ts';
import { newProgrammeValues, readProgrammeForm } from '../rules/programme-form.ts';
import { ChooseTemplateScreen } from '../screens/choose-template-screen.tsx';
import { ProgrammeFormScreen } from '../screens/programme-form-screen.tsx';
import type { Route } from './+types/programme-create';

const permission = programmePermissions['programme.plan'];

/** Without `?templat=` the templates to choose from, with it the form. */
export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const template = args.url.searchParams.get('templat');
  const partners = valueOrThrow(
    await read(services, actor, permission, (context) => partnerChoices(context)),
  );
  return { partners, values: template === null ? null : newProgrammeValues(template) };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const values = readProgrammeForm(await args.request.formData());
  const outcome = await execute(services, actor, createProgramme, values);
  if (!outcome.ok) return data({ values, refusal: outcome.refusal }, { status: 422 });
  return redirect(`/pembinaan/${outcome.value.programmeId}`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function ProgrammeCreatePage({ loaderData, actionData }: Route.ComponentProps) {
  const values = actionData?.values ?? loaderData.values;
  if (values === null) return <ChooseTemplateScreen />;
  return <ProgrammeFormScreen values={values} partners={loaderData.partners} refusal={actionData?.refusal} />;
}
