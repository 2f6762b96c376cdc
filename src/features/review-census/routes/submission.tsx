import { data, redirect } from 'react-router';
import type { Outcome } from '#kernel/refusal.ts';
import { refused } from '#kernel/refusal.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { readForm } from '#platform/http/read-form.ts';
import { approveSubmission } from '../commands/approve-submission.server.ts';
import { revealSubmission } from '../commands/reveal-submission.server.ts';
import { sendBack, setAside } from '../commands/send-back.server.ts';
import { reviewPermissions } from '../permissions.ts';
import { lastHappened } from '../queries/happened.server.ts';
import { nextToReview } from '../queries/review-queue.server.ts';
import { submissionPage } from '../queries/submission-page.server.ts';
import { queueFilterOf, queueHref } from '../screens/queue-address.ts';
import { SubmissionScreen } from '../screens/submission-screen.tsx';
import type { Route } from './+types/submission';

const view = reviewPermissions['review.view'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor, locale } = await requirePermission(args, view);
  const { roundId, submissionId } = args.params;
  const search = args.url.searchParams;
  const filter = queueFilterOf(search);
  const found = valueOrThrow(
    await read(services, actor, view, async (context) => ({
      page: await submissionPage(context, { roundId, submissionId, filter, locale, unmasked: false }),
      happened: await lastHappened(context, roundId, search.get('sesudah') ?? ''),
    })),
  );
  return {
    view: foundOr404(found.page),
    happened: found.happened && { ...found.happened, isKept: search.has('tetap') },
    filter,
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor, locale } = await requirePermission(args, reviewPermissions['review.decide']);
  const { roundId, submissionId } = args.params;
  const filter = queueFilterOf(args.url.searchParams);
  const { intent, ...form } = readForm(await args.request.formData());
  const given = { ...form, submissionId };
  if (intent === 'reveal') {
    const outcome = await execute(services, actor, revealSubmission, given);
    if (!outcome.ok) return data({ refusal: outcome.refusal, revealed: null }, { status: 422 });
    const asked = { roundId, submissionId, filter, locale, unmasked: true };
    const page = valueOrThrow(await read(services, actor, view, (context) => submissionPage(context, asked)));
    return data({ refusal: undefined, revealed: foundOr404(page) });
  }
  const next = valueOrThrow(
    await read(services, actor, view, (context) => nextToReview(context, roundId, filter, submissionId)),
  );
  const deed = (): Promise<Outcome<unknown>> | Outcome<unknown> => {
    switch (intent) {
      case 'approve':
        return execute(services, actor, approveSubmission, given);
      case 'send_back':
        return execute(services, actor, sendBack, given);
      case 'set_aside':
        return execute(services, actor, setAside, { submissionId, note: form.reason });
      default:
        return refused('invalid_input');
    }
  };
  const outcome = await deed();
  if (!outcome.ok) return data({ refusal: outcome.refusal, revealed: null }, { status: 422 });
  const to = { submissionId: next.nextId ?? undefined, after: submissionId };
  return redirect(queueHref(roundId, filter, to), 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function SubmissionPage({ loaderData, actionData }: Route.ComponentProps) {
  const revealed = actionData?.revealed ?? null;
  return (
    <SubmissionScreen
      key={loaderData.view.submissionId}
      {...loaderData}
      view={revealed ?? loaderData.view}
      refusal={actionData?.refusal}
      isRevealed={revealed !== null}
    />
  );
}
