import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { askByChat } from '../commands/ask-by-chat.server.ts';
import { outcomePermissions } from '../permissions.ts';
import { intakeOutcomes } from '../queries/intake-outcomes.server.ts';
import { waves } from '../rules/ask-calendar.ts';
import { IntakeOutcomesScreen } from '../screens/intake-outcomes-screen.tsx';
import type { Route } from './+types/intake-outcomes';

const view = outcomePermissions['outcome.view'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, view);
  const { searchParams } = args.url;
  const wave = waves.find((one) => String(one) === searchParams.get('bulan')) ?? null;
  const found = await read(services, actor, view, (context) =>
    intakeOutcomes(context, args.params.intakeId, wave),
  );
  return {
    page: foundOr404(valueOrThrow(found)),
    mayAsk: may(actor, outcomePermissions['outcome.ask']),
    mayRecord: may(actor, outcomePermissions['outcome.record']),
    mayExport: may(actor, outcomePermissions['outcome.export']),
    saved: searchParams.has('tersimpan'),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, outcomePermissions['outcome.ask']);
  const form = await args.request.formData();
  const outcome = await execute(services, actor, askByChat, {
    intakeId: args.params.intakeId,
    months: form.get('months'),
  });
  if (!outcome.ok) return data({ refusal: outcome.refusal }, { status: 422 });
  return redirect(`/sapa/${outcome.value.outreachId}`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function IntakeOutcomesPage({ loaderData, actionData }: Route.ComponentProps) {
  return <IntakeOutcomesScreen {...loaderData} refusal={actionData?.refusal} />;
}
