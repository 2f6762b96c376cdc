import { data, redirect } from 'react-router';
import type { Actor } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { isId } from '#kernel/id.ts';
import { membershipsToday } from '#platform/auth/memberships-today.server.ts';
import { execute, read } from '#platform/command.server.ts';
import { notFound, requireSignedIn, valueOrThrow } from '#platform/http/app-context.server.ts';
import { readForm, typedValues } from '#platform/http/read-form.ts';
import { proposeCorrection } from '../commands/propose-correction.server.ts';
import { registerPermissions } from '../permissions.ts';
import { ownRecord } from '../queries/own-record.server.ts';
import { OwnRecordScreen } from '../screens/own-record-screen.tsx';
import type { Route } from './+types/own-record';

const permission = registerPermissions['enterprise.view_own'];

/** The person as owner of this record, in whichever office it stands. */
async function ownerOf(args: Parameters<typeof requireSignedIn>[0], ownerId: string) {
  const app = await requireSignedIn(args);
  if (!isId(ownerId)) notFound();
  const own = (await membershipsToday(app.services, app.session.userId)).find(
    ({ grant }) => grant.role === 'owner' && grant.scope.kind === 'owner' && grant.scope.code === ownerId,
  );
  if (!own) notFound();
  const actor: Actor = { ...app.actor, officeCode: own.officeCode, grants: [own.grant] };
  return { ...app, actor };
}

export async function loader(args: Route.LoaderArgs) {
  const { ownerId } = args.params;
  const { services, actor } = await ownerOf(args, ownerId);
  const record =
    valueOrThrow(await read(services, actor, permission, (context) => ownRecord(context, ownerId))) ??
    notFound();
  return {
    record,
    officeName: record.officeName,
    today: plainDateInWib(services.clock().getTime()),
    sent: args.url.searchParams.has('terkirim'),
  };
}

export async function action(args: Route.ActionArgs) {
  const { ownerId } = args.params;
  const { services, actor } = await ownerOf(args, ownerId);
  const form = await args.request.formData();
  const outcome = await execute(services, actor, proposeCorrection, { ...readForm(form), ownerId });
  if (outcome.ok) return redirect(`/saya/usaha/${ownerId}?terkirim`);
  return data({ typed: typedValues(form), refusal: outcome.refusal }, { status: 422 });
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function OwnRecordPage({ loaderData, actionData }: Route.ComponentProps) {
  return <OwnRecordScreen {...loaderData} reply={actionData} />;
}
