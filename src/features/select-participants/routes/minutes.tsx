import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { readForm, typedValues } from '#platform/http/read-form.ts';
import { keepSignedMinutes, makeMinutes } from '../commands/minutes.server.ts';
import { selectionPermissions } from '../permissions.ts';
import { minutesPage } from '../queries/minutes-page.server.ts';
import { MinutesScreen } from '../screens/minutes-screen.tsx';
import type { Route } from './+types/minutes';

const view = selectionPermissions['seat.view'];
const keep = selectionPermissions['seat.keep'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, view);
  const found = await read(services, actor, view, (context) => minutesPage(context, args.params.selectionId));
  const params = args.url.searchParams;
  return {
    view: foundOr404(valueOrThrow(found)),
    mayKeep: may(actor, keep),
    newId: newId(),
    said: params.has('dibuat') ? ('made' as const) : params.has('tersimpan') ? ('kept' as const) : null,
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, keep);
  const { selectionId } = args.params;
  const form = await args.request.formData();
  const here = `/pembinaan/pemilihan/${selectionId}/berita-acara`;
  const isFile = form.get('intent') === 'signed';
  const file = form.get('file');
  const outcome = isFile
    ? await keepSignedMinutes(services, actor, {
        selectionId,
        minutesId: String(form.get('minutesId') ?? ''),
        file: file instanceof File ? file : null,
      })
    : await execute(services, actor, makeMinutes, { ...readForm(form), selectionId });
  if (outcome.ok) return redirect(`${here}?${isFile ? 'tersimpan' : 'dibuat'}`, 303);
  const members = form.getAll('members[]').map(String);
  return data({ reply: { typed: typedValues(form), members, refusal: outcome.refusal } }, { status: 422 });
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function MinutesRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <MinutesScreen {...loaderData} reply={actionData?.reply} />;
}
