import { data, redirect } from 'react-router';
import { newId } from '#kernel/id.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { typedValues } from '#platform/http/read-form.ts';
import { askAppeal } from '../commands/appeals.server.ts';
import { selectionPermissions } from '../permissions.ts';
import { counterAppeal } from '../queries/appeal-pages.server.ts';
import { CounterAppealScreen } from '../screens/appeal-screen.tsx';
import type { Route } from './+types/counter-appeal';

const permission = selectionPermissions['appeal.take'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const applicationId = args.url.searchParams.get('pendaftaran') ?? '';
  const view = await read(services, actor, permission, (context) => counterAppeal(context, applicationId));
  return { view: foundOr404(valueOrThrow(view)), newId: newId() };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const typed = typedValues(await args.request.formData());
  const outcome = await execute(services, actor, askAppeal, typed);
  if (outcome.ok) return redirect('/pembinaan/keberatan?tersimpan', 303);
  return data({ reply: { typed, refusal: outcome.refusal } }, { status: 422 });
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function CounterAppealRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <CounterAppealScreen {...loaderData} reply={actionData?.reply} />;
}
