import { data, redirect } from 'react-router';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { readForm, typedValues } from '#platform/http/read-form.ts';
import { applyMany } from '../commands/apply.server.ts';
import { applicationPermissions } from '../permissions.ts';
import { addPage } from '../queries/candidates.server.ts';
import { ApplicantAddScreen } from '../screens/applicant-add-screen.tsx';
import type { Route } from './+types/applicant-add';

const view = applicationPermissions['application.view'];
const take = applicationPermissions['application.take'];

export async function loader(args: Route.LoaderArgs) {
  await requirePermission(args, view);
  const { services, actor, locale } = await requirePermission(args, take);
  const text = args.url.searchParams.get('q') ?? '';
  const page = await read(services, actor, take, (context) =>
    addPage(context, args.params.intakeId, text, locale),
  );
  return foundOr404(valueOrThrow(page));
}

/** One leads to its page, where papers can be dropped; several lead back to the list. */
export async function action(args: Route.ActionArgs) {
  await requirePermission(args, view);
  const { services, actor } = await requirePermission(args, take);
  const { intakeId } = args.params;
  const form = await args.request.formData();
  const outcome = await execute(services, actor, applyMany, { ...readForm(form), intakeId });
  if (!outcome.ok) return data({ refusal: outcome.refusal, typed: typedValues(form) }, { status: 422 });
  const { received, added, before } = outcome.value;
  const list = `/pembinaan/angkatan/${intakeId}/pendaftar`;
  const [only] = received;
  if (only && received.length === 1)
    return redirect(`${list}/${only.applicationId}?terkirim=${only.isNew ? 'baru' : 'lama'}`, 303);
  return redirect(`${list}?ditambah=${added}&lama=${before}`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function ApplicantAddRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <ApplicantAddScreen {...loaderData} refusal={actionData?.refusal} typed={actionData?.typed} />;
}
