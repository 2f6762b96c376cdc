import type { ComponentProps } from 'react';
import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import type { Outcome } from '#kernel/refusal.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { handLetter } from '../commands/hand-letters.server.ts';
import { markAddressRefused } from '../commands/mark-address-refused.server.ts';
import { type ReadReply, readReplies } from '../commands/read-replies.server.ts';
import { startMailing } from '../commands/start-mailing.server.ts';
import { closeOutreach, reopenOutreach, rewordOutreach } from '../commands/steer-outreach.server.ts';
import { pauseSending, settleDoubt, startSending } from '../commands/steer-sending.server.ts';
import { reachPermissions } from '../permissions.ts';
import { outreachPage } from '../queries/outreach-page.server.ts';
import { OutreachScreen } from '../screens/outreach-screen.tsx';
import type { Route } from './+types/outreach';

const view = reachPermissions['reach.view'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, view);
  const mailsAfter = args.url.searchParams.get('surel');
  const page = await read(services, actor, view, (context) =>
    outreachPage(context, args.params.outreachId, mailsAfter),
  );
  return {
    showsMails: mailsAfter !== null,
    view: foundOr404(valueOrThrow(page)),
    may: {
      contact: may(actor, reachPermissions['reach.contact']),
      plan: may(actor, reachPermissions['reach.plan']),
      send: may(actor, reachPermissions['reach.send']),
      readReplies: may(actor, reachPermissions['reach.read_replies']),
    },
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, view);
  const { outreachId } = args.params;
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? '');
  const typed = {
    templateName: text('templateName'),
    templateLanguage: text('templateLanguage'),
    title: text('title'),
    message: text('message'),
    address: text('address'),
  };
  const deeds: Record<string, () => Promise<Outcome<unknown>>> = {
    reword: () =>
      execute(services, actor, rewordOutreach, {
        outreachId,
        title: text('title'),
        message: text('message'),
      }),
    close: () => execute(services, actor, closeOutreach, { outreachId }),
    reopen: () => execute(services, actor, reopenOutreach, { outreachId }),
    handed: () => execute(services, actor, handLetter, { outreachId, villageCode: text('villageCode') }),
    send: () =>
      execute(services, actor, startSending, {
        outreachId,
        templateName: typed.templateName,
        templateLanguage: typed.templateLanguage,
        templateCategory: text('templateCategory'),
      }),
    mail: () =>
      execute(services, actor, startMailing, {
        outreachId,
        site: services.env.GAWANGAN_URL ?? args.url.origin,
      }),
    address_refused: () =>
      execute(services, actor, markAddressRefused, {
        outreachId,
        messageId: text('messageId'),
        address: typed.address,
      }),
    pause: () => execute(services, actor, pauseSending, { outreachId }),
    resume: () => execute(services, actor, pauseSending, { outreachId, resume: 'true' }),
    doubt_sent: () => execute(services, actor, settleDoubt, { sendId: text('sendId'), decision: 'sent' }),
    doubt_again: () => execute(services, actor, settleDoubt, { sendId: text('sendId'), decision: 'again' }),
  };
  if (text('intent') === 'replies') {
    const replies = await execute(services, actor, readReplies, { outreachId });
    return replies.ok
      ? data({ replies: replies.value as ReadReply[], typed }, { headers: { 'Cache-Control': 'no-store' } })
      : data({ refusal: replies.refusal, typed }, { status: 422 });
  }
  const outcome = await foundOr404(deeds[text('intent')])();
  if (!outcome.ok) return data({ refusal: outcome.refusal, typed }, { status: 422 });
  // Whoever goes through the mails one by one goes on with them.
  const page = new URLSearchParams({ surel: args.url.searchParams.get('surel') ?? '' });
  const mails = text('intent') === 'address_refused' ? `?${page}#surel` : '';
  return redirect(`/sapa/${outreachId}${mails}`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function OutreachRoute({ loaderData, actionData }: Route.ComponentProps) {
  const reply = actionData as Partial<ComponentProps<typeof OutreachScreen>> | undefined;
  return <OutreachScreen {...loaderData} {...reply} />;
}
