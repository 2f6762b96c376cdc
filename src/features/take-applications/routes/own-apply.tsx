import { data, redirect } from 'react-router';
import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { membershipsToday } from '#platform/auth/memberships-today.server.ts';
import { execute, read } from '#platform/command.server.ts';
import { appContext, foundOr404, requireSignedIn, valueOrThrow } from '#platform/http/app-context.server.ts';
import { addFiles } from '../commands/add-files.server.ts';
import { apply } from '../commands/apply.server.ts';
import { applicationPermissions } from '../permissions.ts';
import { ownApplyPage } from '../queries/own-apply.server.ts';
import { OwnApplyScreen } from '../screens/own-apply-screen.tsx';
import type { Route } from './+types/own-apply';
import { chosenFiles } from './chosen-files.ts';

const permission = applicationPermissions['application.take_own'];

/** The person as owner in the office of the intake, with all records that are theirs there. */
async function ownerIn(args: Parameters<typeof requireSignedIn>[0], officeCode: string) {
  const back = `?lanjut=${encodeURIComponent(args.url.pathname)}`;
  if (!(await args.context.get(appContext).signedIn())) throw redirect(`/masuk/pemilik${back}`);
  const app = await requireSignedIn(args);
  const grants = (await membershipsToday(app.services, app.session.userId))
    .filter((one) => one.officeCode === officeCode && one.grant.role === 'owner')
    .map(({ grant }) => grant);
  foundOr404(grants[0]);
  const actor: Actor = { ...app.actor, officeCode, grants };
  return { ...app, actor };
}

export async function loader(args: Route.LoaderArgs) {
  const { officeCode, code } = args.params;
  const { services, actor, locale } = await ownerIn(args, officeCode);
  const page = await read(services, actor, permission, (context) => ownApplyPage(context, code, locale));
  return { page: foundOr404(valueOrThrow(page)), applicationId: newId() };
}

export async function action(args: Route.ActionArgs) {
  const { officeCode, code } = args.params;
  const { services, actor, locale } = await ownerIn(args, officeCode);
  const form = await args.request.formData();
  const page = await read(services, actor, permission, (context) => ownApplyPage(context, code, locale));
  const { intakeId } = foundOr404(valueOrThrow(page));
  const outcome = await execute(services, actor, apply, {
    applicationId: String(form.get('applicationId') ?? ''),
    enterpriseId: String(form.get('enterpriseId') ?? ''),
    intakeId,
    via: 'owner',
  });
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  const { applicationId } = outcome.value;
  // The application stands whatever becomes of its papers: they may follow.
  await addFiles(services, actor, { applicationId, files: chosenFiles(form) });
  return redirect('/saya/pendaftaran', 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function OwnApplyPage({ loaderData, actionData }: Route.ComponentProps) {
  return <OwnApplyScreen {...loaderData} refusal={actionData?.refusal} />;
}
