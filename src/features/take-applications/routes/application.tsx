import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { readForm } from '#platform/http/read-form.ts';
import { addFiles } from '../commands/add-files.server.ts';
import { withdrawApplication } from '../commands/withdraw.server.ts';
import { applicationPermissions } from '../permissions.ts';
import { applicationPage } from '../queries/applicants.server.ts';
import { ApplicationScreen } from '../screens/application-screen.tsx';
import type { Route } from './+types/application';
import { chosenFiles } from './chosen-files.ts';

const view = applicationPermissions['application.view'];
const take = applicationPermissions['application.take'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor, locale } = await requirePermission(args, view);
  const page = await read(services, actor, view, (context) => applicationPage(context, args.params, locale));
  const sent = args.url.searchParams.get('terkirim');
  const kept = args.url.searchParams.get('berkas');
  return {
    page: foundOr404(valueOrThrow(page)),
    sent: sent === 'baru' || sent === 'lama' ? (sent as 'baru' | 'lama') : null,
    kept: kept && /^\d{1,3}$/.test(kept) ? Number(kept) : null,
    mayTake: may(actor, take),
  };
}

export async function action(args: Route.ActionArgs) {
  await requirePermission(args, view);
  const { services, actor } = await requirePermission(args, take);
  const { intakeId, applicationId } = args.params;
  const here = `/pembinaan/angkatan/${intakeId}/pendaftar/${applicationId}`;
  const form = await args.request.formData();
  if (form.get('intent') === 'files') {
    const outcome = await addFiles(services, actor, { applicationId, files: chosenFiles(form) });
    if (!outcome.ok)
      return data({ refusal: outcome.refusal, notKept: undefined, kept: null }, { status: 422 });
    const { added, refused } = outcome.value;
    if (refused.length === 0) return redirect(`${here}?berkas=${added}`, 303);
    const notKept = refused.map(({ name }) => name);
    // What was kept shall be seen beside what was not.
    return data({ refusal: undefined, notKept, kept: added }, { status: added > 0 ? 200 : 422 });
  }
  const outcome = await execute(services, actor, withdrawApplication, { ...readForm(form), applicationId });
  if (!outcome.ok) return data({ refusal: outcome.refusal, notKept: undefined, kept: null }, { status: 422 });
  return redirect(here, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function ApplicationRoute({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <ApplicationScreen
      {...loaderData}
      kept={actionData ? (actionData.kept ?? null) : loaderData.kept}
      refusal={actionData?.refusal}
      notKept={actionData?.notKept}
    />
  );
}
