import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { logContact, recordConsent, stopContact } from '../commands/keep-consent.server.ts';
import { trustAddress } from '../commands/trust-address.server.ts';
import { reachPermissions } from '../permissions.ts';
import { consentPage } from '../queries/consent-page.server.ts';
import { ConsentScreen } from '../screens/consent-screen.tsx';
import type { Route } from './+types/consent';

const view = reachPermissions['reach.view_contacts'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, view);
  const page = await read(services, actor, view, (context) => consentPage(context, args.params.enterpriseId));
  return {
    view: foundOr404(valueOrThrow(page)),
    mayWrite: may(actor, reachPermissions['reach.consent']),
    seesLists: may(actor, reachPermissions['reach.view']),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, view);
  const { enterpriseId } = args.params;
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? '');
  const intent = text('intent');
  const outcome =
    intent === 'log'
      ? await execute(services, actor, logContact, {
          enterpriseId,
          channel: text('logChannel'),
          purpose: text('logPurpose'),
          result: text('result'),
          note: text('logNote'),
        })
      : intent === 'stop' || intent === 'resume'
        ? await execute(services, actor, stopContact, { enterpriseId, resume: String(intent === 'resume') })
        : intent === 'trust_address'
          ? await execute(services, actor, trustAddress, { enterpriseId })
          : await execute(services, actor, recordConsent, {
              enterpriseId,
              channel: text('channel'),
              purpose: text('purpose'),
              answer: text('answer'),
              proof: text('proof'),
              saidOn: text('saidOn'),
              note: text('note'),
            });
  if (!outcome.ok)
    return data(
      {
        refusal: outcome.refusal,
        typed: { note: text('note'), logNote: text('logNote'), saidOn: text('saidOn') },
      },
      { status: 422 },
    );
  return redirect(`/sapa/izin/${enterpriseId}`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function ConsentPage({ loaderData, actionData }: Route.ComponentProps) {
  return <ConsentScreen {...loaderData} reply={actionData} />;
}
