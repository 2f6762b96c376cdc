import { toString as qrToString } from 'qrcode';
import { data, redirect } from 'react-router';
import type { Actor } from '#kernel/actor.ts';
import { isId, newId } from '#kernel/id.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, valueOrThrow } from '#platform/http/app-context.server.ts';
import { typedValues } from '#platform/http/read-form.ts';
import { withdrawApplication } from '../../take-applications/index.server.ts';
import { answerOwnSeat, leaveOwnSeat } from '../commands/answer-seat.server.ts';
import { askOwnAppeal, withdrawAppeal } from '../commands/appeals.server.ts';
import { selectionPermissions } from '../permissions.ts';
import { ownApplication } from '../queries/own-applications.server.ts';
import type { OwnApplication } from '../rules/own-view.ts';
import { OwnApplicationScreen } from '../screens/own-application-screen.tsx';
import type { Route } from './+types/own-application';
import { ownerActors } from './owner-actors.ts';

const permission = selectionPermissions['seat.answer_own'];

/** The application in whichever office it stands, with the person as owner there. */
async function find(args: Route.LoaderArgs | Route.ActionArgs) {
  const app = await ownerActors(args);
  const { applicationId } = args.params;
  let own: { application: OwnApplication; actor: Actor } | null = null;
  for (const actor of isId(applicationId) ? app.actors : []) {
    const found = await read(app.services, actor, permission, (context) =>
      ownApplication(context, applicationId, app.locale),
    );
    const application = valueOrThrow(found);
    if (application) own = { application, actor };
  }
  return { ...app, ...foundOr404(own) };
}

export async function loader(args: Route.LoaderArgs) {
  const { services, application } = await find(args);
  const site = new URL(services.env.GAWANGAN_URL ?? args.url.origin).origin;
  const picture = await qrToString(`${site}/pembinaan/pendaftaran/${application.applicationId}`, {
    type: 'svg',
    margin: 0,
  });
  const params = args.url.searchParams;
  return {
    application,
    qr: `data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}`,
    newId: newId(),
    said: params.has('terlambat') ? ('late' as const) : params.has('tersimpan') ? ('saved' as const) : null,
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor, application } = await find(args);
  const { applicationId } = application;
  const typed = typedValues(await args.request.formData());
  const { intent, ...given } = typed;
  const form = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const outcome =
    intent === 'leave'
      ? await execute(services, actor, leaveOwnSeat, form)
      : intent === 'withdraw'
        ? await execute(services, actor, withdrawApplication, { ...form, applicationId })
        : intent === 'ask'
          ? await execute(services, actor, askOwnAppeal, { ...form, applicationId })
          : intent === 'withdraw_ask'
            ? await execute(services, actor, withdrawAppeal, form)
            : await execute(services, actor, answerOwnSeat, form);
  if (!outcome.ok) return data({ reply: { typed, refusal: outcome.refusal } }, { status: 422 });
  const late = outcome.value && 'late' in outcome.value && outcome.value.late;
  return redirect(`/saya/pendaftaran/${applicationId}?${late ? 'terlambat' : 'tersimpan'}`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function OwnApplicationRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <OwnApplicationScreen {...loaderData} reply={actionData?.reply} />;
}
