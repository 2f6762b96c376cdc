import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { addLine } from '../commands/budget-lines.server.ts';
import { programmePermissions } from '../permissions.ts';
import { budgetPage } from '../queries/budget-pages.server.ts';
import { BudgetScreen } from '../screens/budget-screen.tsx';
import type { Route } from './+types/budget';

const view = programmePermissions['budget.view'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, view);
  const asked = args.url.searchParams.get('tahun') ?? '';
  const year = /^2\d{3}$/.test(asked) ? Number(asked) : undefined;
  return {
    page: valueOrThrow(await read(services, actor, view, (context) => budgetPage(context, year))),
    maySet: may(actor, programmePermissions['budget.set_ceiling']),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, programmePermissions['budget.set_ceiling']);
  const form = await args.request.formData();
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const outcome = await execute(services, actor, addLine, typed);
  if (!outcome.ok) return data({ reply: { typed, refusal: outcome.refusal } }, { status: 422 });
  return redirect(`/pembinaan/anggaran/${outcome.value.budgetLineId}?tersimpan=1`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function BudgetPage({ loaderData, actionData }: Route.ComponentProps) {
  return <BudgetScreen {...loaderData} reply={actionData?.reply} />;
}
