import { isId } from '#kernel/id.ts';
import { read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { typedValues } from '#platform/http/read-form.ts';
import { pairPermissions } from '../permissions.ts';
import { reviewQueue } from '../queries/review-queue.server.ts';
import { queueOf } from '../screens/queue-address.ts';
import type { Route } from './+types/next-pairs';
import { answerPair } from './answer-pair.ts';

const PAIRS = 3;
const noStore = { 'Cache-Control': 'private, no-store' };

/** The pairs that follow, without those which the page has already: what it keeps ahead. */
export async function loader(args: Route.LoaderArgs) {
  const view = pairPermissions['pair.view'];
  const { services, actor } = await requirePermission(args, view);
  const search = args.url.searchParams;
  const except = (search.get('lewati') ?? '').split(',').filter(isId).slice(0, 100);
  const page = valueOrThrow(
    await read(services, actor, view, (context) =>
      reviewQueue(context, { queue: queueOf(search.get('antrean')), except, limit: PAIRS }),
    ),
  );
  return Response.json(page, { headers: noStore });
}

/** One answer while the page stays: the command's outcome as JSON. */
export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, pairPermissions['pair.decide']);
  const outcome = await answerPair(services, actor, typedValues(await args.request.formData()));
  return Response.json(outcome, { status: outcome.ok ? 200 : 422, headers: noStore });
}
