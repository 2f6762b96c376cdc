import { redirect } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { execute } from '#platform/command.server.ts';
import { requirePermission } from '#platform/http/app-context.server.ts';
import { openChat } from '../commands/open-chat.server.ts';
import { queueMessages } from '../messages/queue-messages.ts';
import { reachPermissions } from '../permissions.ts';
import type { Route } from './+types/open-chat';

/**
 * Opens the chat, in a tab of its own. By a form, since seeing a number is a deed; and by a page that leads on instead of
 * a redirect, since the content policy lets forms end on our own pages only.
 */
export async function action(args: Route.ActionArgs) {
  const { services, actor, locale } = await requirePermission(args, reachPermissions['reach.contact']);
  const form = await args.request.formData();
  const outcome = await execute(services, actor, openChat, {
    recipientId: String(form.get('recipientId') ?? ''),
    site: services.env.GAWANGAN_URL ?? args.url.origin,
  });
  if (!outcome.ok)
    return redirect(`/sapa/${args.params.outreachId}/antrean?tolak=${outcome.refusal.code}`, 303);
  const t = messagesFor(queueMessages, locale);
  const { link } = outcome.value;
  const page = `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${t.openingTitle}</title><p><a href="${link.replaceAll("'", '%27')}">${t.opening}</a></p></html>`;
  return new Response(page, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      Refresh: `0; url=${link.replaceAll("'", '%27')}`,
    },
  });
}
