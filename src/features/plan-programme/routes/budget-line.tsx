import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { editLine, setCeiling } from '../commands/budget-lines.server.ts';
import { postponeForCeiling } from '../commands/postpone-for-ceiling.server.ts';
import { programmePermissions } from '../permissions.ts';
import { linePage } from '../queries/budget-pages.server.ts';
import { BudgetLineScreen } from '../screens/budget-line-screen.tsx';
import type { Route } from './+types/budget-line';

const view = programmePermissions['budget.view'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, view);
  const found = await read(services, actor, view, (context) => linePage(context, args.params.budgetLineId));
  return {
    page: foundOr404(valueOrThrow(found)),
    maySet: may(actor, programmePermissions['budget.set_ceiling']),
    mayPlan: may(actor, programmePermissions['programme.plan']),
    saved: args.url.searchParams.has('tersimpan'),
  };
}

/** Each command asks for its own permission: a head sets ceilings, an officer postpones. */
export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, view);
  const { budgetLineId } = args.params;
  const form = await args.request.formData();
  const { intent = '', ...typed } = Object.fromEntries(
    [...form].map(([name, value]) => [name, String(value)]),
  );
  const given = { ...typed, budgetLineId };
  const outcome =
    intent === 'postpone'
      ? await execute(services, actor, postponeForCeiling, {
          budgetLineId,
          intakeIds: form.getAll('intakeIds').map(String),
        })
      : intent === 'edit'
        ? await execute(services, actor, editLine, given)
        : await execute(services, actor, setCeiling, given);
  if (!outcome.ok) return data({ reply: { intent, typed, refusal: outcome.refusal } }, { status: 422 });
  return redirect(`/pembinaan/anggaran/${budgetLineId}?tersimpan=1`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function BudgetLinePageRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <BudgetLineScreen {...loaderData} reply={actionData?.reply} />;
}
