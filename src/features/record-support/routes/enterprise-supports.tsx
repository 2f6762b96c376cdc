import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { addSupport, withdrawSupport } from '../commands/add-support.server.ts';
import { supportPermissions } from '../permissions.ts';
import { enterpriseSupports } from '../queries/enterprise-supports.server.ts';
import { EnterpriseSupportsScreen } from '../screens/enterprise-supports-screen.tsx';
import type { Route } from './+types/enterprise-supports';

const view = supportPermissions['support.view'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, view);
  const found = await read(services, actor, view, (context) =>
    enterpriseSupports(context, args.params.enterpriseId),
  );
  return {
    ...foundOr404(valueOrThrow(found)),
    mayRecord: may(actor, supportPermissions['support.record']),
    saved: args.url.searchParams.has('tersimpan'),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, supportPermissions['support.record']);
  const { enterpriseId } = args.params;
  const form = await args.request.formData();
  const { intent = '', ...typed } = Object.fromEntries(
    [...form].map(([name, value]) => [name, String(value)]),
  );
  const outcome =
    intent === 'withdraw'
      ? await execute(services, actor, withdrawSupport, typed)
      : await execute(services, actor, addSupport, { ...typed, enterpriseId });
  if (!outcome.ok) return data({ reply: { intent, typed, refusal: outcome.refusal } }, { status: 422 });
  return redirect(`/usaha/${enterpriseId}/pembinaan?tersimpan=1`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function EnterpriseSupportsPage({ loaderData, actionData }: Route.ComponentProps) {
  return <EnterpriseSupportsScreen {...loaderData} reply={actionData?.reply} />;
}
