import { data } from 'react-router';
import { read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { loadOutlines } from '../commands/load-outlines.server.ts';
import { reviewPermissions } from '../permissions.ts';
import { loadedOutlines } from '../queries/loaded-outlines.server.ts';
import { type OutlinesAnswer, OutlinesScreen } from '../screens/outlines-screen.tsx';
import type { Route } from './+types/outlines';

const permission = reviewPermissions['review.load_map'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, permission);
  return { loaded: valueOrThrow(await read(services, actor, permission, loadedOutlines)) };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const form = await args.request.formData();
  const file = form.get('file');
  const outcome = await loadOutlines(services, actor, {
    file: file instanceof File ? file : new File([], ''),
    source: String(form.get('source') ?? ''),
  });
  const answer: OutlinesAnswer = outcome.ok ? outcome.value : { refusal: outcome.refusal };
  return data(answer, { status: 'matched' in answer ? 200 : 422 });
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function OutlinesPage({ loaderData, actionData }: Route.ComponentProps) {
  return <OutlinesScreen {...loaderData} answer={actionData} />;
}
