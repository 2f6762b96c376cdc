import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { approveMany } from '../commands/approve-many.server.ts';
import { undoReview } from '../commands/undo-review.server.ts';
import { reviewPermissions } from '../permissions.ts';
import { lastHappened } from '../queries/happened.server.ts';
import { reviewQueue } from '../queries/review-queue.server.ts';
import { queueFilterOf, queueHref } from '../screens/queue-address.ts';
import { QueueScreen } from '../screens/queue-screen.tsx';
import type { Route } from './+types/queue';

const view = reviewPermissions['review.view'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, view);
  const { roundId } = args.params;
  const search = args.url.searchParams;
  const filter = queueFilterOf(search);
  const found = valueOrThrow(
    await read(services, actor, view, async (context) => ({
      page: await reviewQueue(context, roundId, filter, Number(search.get('setelah')) || 0),
      happened: await lastHappened(context, roundId, search.get('sesudah') ?? ''),
    })),
  );
  const [approved, left] = (search.get('disetujui') ?? '').split('.').map(Number);
  return {
    ...foundOr404(found.page),
    filter,
    happened: found.happened && { ...found.happened, isKept: search.has('tetap') },
    approved: approved !== undefined && left !== undefined ? { approved, left } : null,
    mayDecide: may(actor, reviewPermissions['review.decide']),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, reviewPermissions['review.decide']);
  const { roundId } = args.params;
  const filter = queueFilterOf(args.url.searchParams);
  const form = await args.request.formData();
  if (form.get('intent') === 'approve_many') {
    const ids = String(form.get('submissionIds') ?? '')
      .split(',')
      .slice(0, 200);
    const { approved, left, refusal } = await approveMany(services, actor, ids);
    if (refusal) return data({ refusal }, { status: 422 });
    const address = queueHref(roundId, filter);
    return redirect(`${address}${address.includes('?') ? '&' : '?'}disetujui=${approved}.${left}`, 303);
  }
  const submissionId = String(form.get('submissionId') ?? '');
  const outcome = await execute(services, actor, undoReview, { submissionId });
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  const to = { submissionId, after: submissionId, isKept: outcome.value.kept };
  return redirect(queueHref(roundId, filter, to), 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function QueuePage({ loaderData, actionData }: Route.ComponentProps) {
  return <QueueScreen {...loaderData} refusal={actionData?.refusal} />;
}
