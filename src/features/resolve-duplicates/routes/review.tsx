import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { isId } from '#kernel/id.ts';
import { read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { typedValues } from '#platform/http/read-form.ts';
import { pairPermissions } from '../permissions.ts';
import { lastDecision, reviewQueue } from '../queries/review-queue.server.ts';
import { queueOf, reviewAddress } from '../screens/queue-address.ts';
import { ReviewScreen } from '../screens/review-screen.tsx';
import type { Route } from './+types/review';
import { answerPair } from './answer-pair.ts';

/** The one that is looked at, and those kept ahead. */
const PAIRS = 4;

export async function loader(args: Route.LoaderArgs) {
  const view = pairPermissions['pair.view'];
  const { services, actor } = await requirePermission(args, view);
  const search = args.url.searchParams;
  const queue = queueOf(search.get('antrean'));
  const after = search.get('sesudah') ?? '';
  return valueOrThrow(
    await read(services, actor, view, async (context) => ({
      ...(await reviewQueue(context, { queue, except: [], limit: PAIRS })),
      last: isId(after) && queue !== 'sample' ? await lastDecision(context, after) : null,
      mayDecide: may(actor, pairPermissions['pair.decide']),
    })),
  );
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, pairPermissions['pair.decide']);
  const values = typedValues(await args.request.formData());
  const outcome = await answerPair(services, actor, values);
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  const queue = queueOf(args.url.searchParams.get('antrean'));
  return redirect(reviewAddress(queue, values.intent === 'undo' ? undefined : outcome.value.pairId), 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function ReviewPage({ loaderData, actionData }: Route.ComponentProps) {
  const { queue } = loaderData;
  // Another queue is another table: nothing of the one before stays on it.
  return <ReviewScreen key={queue} {...loaderData} refusal={actionData?.refusal} />;
}
