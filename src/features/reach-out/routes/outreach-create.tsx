import { data, redirect } from 'react-router';
import { newId } from '#kernel/id.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { startGreeting } from '../commands/start-greeting.server.ts';
import { reachPermissions } from '../permissions.ts';
import { notGreetedPage } from '../queries/not-greeted.server.ts';
import { planPage } from '../queries/reach-plan.server.ts';
import { notGreetedAsked } from '../rules/not-greeted.ts';
import { planAsked } from '../rules/plan-view.ts';
import { OutreachCreateScreen } from '../screens/outreach-create-screen.tsx';
import type { Route } from './+types/outreach-create';

const plan = reachPermissions['reach.plan'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor, session } = await requirePermission(args, plan);
  const asked = notGreetedAsked(args.url.searchParams);
  const wanted = planAsked(args.url.searchParams);
  const page = await read(services, actor, plan, async (context) => ({
    view: await notGreetedPage(context, asked),
    planned: wanted === null ? null : await planPage(context, asked, wanted),
  }));
  const { view, planned } = valueOrThrow(page);
  return {
    view: foundOr404(view),
    planned: planned?.plan ? { people: planned.plan.people, cost: planned.plan.cost } : null,
    formId: newId(),
    officeName: session.office.name,
    officerName: actor.name,
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, plan);
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? '');
  const values = {
    title: text('title'),
    purpose: text('purpose'),
    message: text('message'),
    formId: text('formId'),
  };
  const outcome = await execute(services, actor, startGreeting, {
    ...values,
    asked: notGreetedAsked(args.url.searchParams),
    plan: planAsked(args.url.searchParams),
  });
  if (!outcome.ok) return data({ values, refusal: outcome.refusal }, { status: 422 });
  return redirect(`/sapa/${outcome.value.outreachId}`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function OutreachCreatePage({ loaderData, actionData }: Route.ComponentProps) {
  return <OutreachCreateScreen {...loaderData} reply={actionData} />;
}
