import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import type { Outcome } from '#kernel/refusal.ts';
import { refused } from '#kernel/refusal.ts';
import { execute, read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { typedValues } from '#platform/http/read-form.ts';
import { drawSample } from '../commands/quality-sample.server.ts';
import { discardRun, startRegisterRun, takeOverRun } from '../commands/register-run.server.ts';
import { releaseSurePairs } from '../commands/release-sure-pairs.server.ts';
import { setPolicy } from '../commands/set-policy.server.ts';
import { undoDecision } from '../commands/undo-decision.server.ts';
import { pairPermissions } from '../permissions.ts';
import { duplicatesOverview } from '../queries/duplicates-overview.server.ts';
import { OverviewScreen } from '../screens/overview-screen.tsx';
import { reviewAddress } from '../screens/queue-address.ts';
import type { Route } from './+types/overview';

export async function loader(args: Route.LoaderArgs) {
  const view = pairPermissions['pair.view'];
  const { services, actor } = await requirePermission(args, view);
  return {
    overview: valueOrThrow(await read(services, actor, view, duplicatesOverview)),
    mayDecide: may(actor, pairPermissions['pair.decide']),
    maySteer: may(actor, pairPermissions['pair.steer']),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, pairPermissions['pair.decide']);
  const { intent, target, runId, pairId } = typedValues(await args.request.formData());
  const deed = (): Promise<Outcome<unknown>> | Outcome<unknown> => {
    switch (intent) {
      case 'policy':
        return execute(services, actor, setPolicy, { target });
      case 'release':
        return execute(services, actor, releaseSurePairs, {});
      case 'start_run':
        return execute(services, actor, startRegisterRun, {});
      case 'take_over_run':
        return execute(services, actor, takeOverRun, { runId });
      case 'discard_run':
        return execute(services, actor, discardRun, { runId });
      case 'undo':
        return execute(services, actor, undoDecision, { pairId });
      case 'draw_sample':
        return execute(services, actor, drawSample, {});
      default:
        return refused('invalid_input');
    }
  };
  const outcome = await deed();
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  return redirect(intent === 'draw_sample' ? reviewAddress('sample') : '/kembar', 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function OverviewPage({ loaderData, actionData }: Route.ComponentProps) {
  return <OverviewScreen {...loaderData} refusal={actionData?.refusal} />;
}
