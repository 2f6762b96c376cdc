import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { typedValues } from '#platform/http/read-form.ts';
import { startRun } from '../commands/start-run.server.ts';
import { selectionPermissions } from '../permissions.ts';
import { trialsPage } from '../queries/trials-page.server.ts';
import { changeFromForm } from '../rules/change-form.ts';
import { TrialsScreen } from '../screens/trials-screen.tsx';
import type { Route } from './+types/trials';

async function found(args: Route.LoaderArgs | Route.ActionArgs) {
  const view = selectionPermissions['selection.view'];
  const { services, actor } = await requirePermission(args, view);
  const page = await read(services, actor, view, (context) =>
    trialsPage(context, args.params.selectionId, args.url.searchParams.get('percobaan')),
  );
  return { services, actor, trials: foundOr404(valueOrThrow(page)) };
}

export async function loader(args: Route.LoaderArgs) {
  const { actor, trials } = await found(args);
  return { trials, mayRun: may(actor, selectionPermissions['selection.run']) && trials.status !== 'dropped' };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor, trials } = await found(args);
  const values = typedValues(await args.request.formData());
  const { selectionId, plan } = trials;
  const change = changeFromForm(values, plan);
  const seed = values.seed || undefined;
  const outcome = await startRun(services, actor, { selectionId, kind: 'trial', seed, change });
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  const { runId } = outcome.value;
  return redirect(
    `/pembinaan/pemilihan/${selectionId}/coba${runId === null ? '' : `?percobaan=${runId}`}`,
    303,
  );
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function TrialsRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <TrialsScreen {...loaderData} refusal={actionData?.refusal} />;
}
