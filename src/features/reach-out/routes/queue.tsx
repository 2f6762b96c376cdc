import { data, redirect } from 'react-router';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { sayOutcome, undoLast } from '../commands/say-outcome.server.ts';
import { takeNext } from '../commands/take-next.server.ts';
import { reachPermissions } from '../permissions.ts';
import { queuePage } from '../queries/queue-page.server.ts';
import { QueueScreen } from '../screens/queue-screen.tsx';
import type { Route } from './+types/queue';

const contact = reachPermissions['reach.contact'];

/** How often those who were skipped are gone through again. */
const roundOf = (typed: FormDataEntryValue | null): number =>
  Math.max(0, Math.trunc(Number(typed ?? 0)) || 0);

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, contact);
  const { outreachId } = args.params;
  const taken = await execute(services, actor, takeNext, { outreachId });
  // A closed list can still be looked at; one that is not there, or not theirs, cannot.
  if (!taken.ok && taken.refusal.code !== 'wrong_state') throw foundOr404(null);
  const page = await read(services, actor, contact, (context) =>
    queuePage(context, outreachId, taken.ok ? taken.value : null, {
      again: roundOf(args.url.searchParams.get('lagi')),
      site: services.env.GAWANGAN_URL ?? args.url.origin,
    }),
  );
  return { ...foundOr404(valueOrThrow(page)), stopped: args.url.searchParams.has('tolak') };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, contact);
  const { outreachId } = args.params;
  const form = await args.request.formData();
  const outcome =
    form.get('intent') === 'undo'
      ? await execute(services, actor, undoLast, { outreachId })
      : await execute(services, actor, sayOutcome, {
          recipientId: String(form.get('recipientId') ?? ''),
          outcome: String(form.get('outcome') ?? ''),
        });
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  const again = roundOf(form.get('lagi'));
  return redirect(`/sapa/${outreachId}/antrean${again > 0 ? `?lagi=${again}` : ''}`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function QueuePage({ loaderData, actionData }: Route.ComponentProps) {
  return <QueueScreen {...loaderData} refusal={actionData?.refusal} />;
}
