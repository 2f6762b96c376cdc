import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { newId } from '#kernel/id.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { recordSpending, releaseRest, takeBackSpending } from '../commands/spendings.server.ts';
import { steerIntake } from '../commands/steer-intake.server.ts';
import { programmePermissions } from '../permissions.ts';
import { intakePage } from '../queries/intake-page.server.ts';
import { IntakeScreen } from '../screens/intake-screen.tsx';
import type { Route } from './+types/intake';
import { requireView } from './require-view.ts';

export async function loader(args: Route.LoaderArgs) {
  const { services, actor, view, isStaff } = await requireView(args);
  const found = await read(services, actor, view, (context) => intakePage(context, args.params.intakeId));
  return {
    intake: foundOr404(valueOrThrow(found)),
    today: plainDateInWib(services.clock().getTime()),
    mayPlan: may(actor, programmePermissions['programme.plan']),
    maySpend: may(actor, programmePermissions['budget.spend']),
    newSpendingId: newId(),
    saved: args.url.searchParams.has('tersimpan'),
    seesProgramme: isStaff,
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, programmePermissions['programme.plan']);
  const { intakeId } = args.params;
  const form = await args.request.formData();
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const { intent, ...given } = typed;
  const outcome =
    intent === 'spend'
      ? await execute(services, actor, recordSpending, given)
      : intent === 'take_back'
        ? await execute(services, actor, takeBackSpending, given)
        : intent === 'release'
          ? await execute(services, actor, releaseRest, given)
          : await execute(services, actor, steerIntake, { ...given, intakeId });
  if (outcome.ok) return redirect(`/pembinaan/angkatan/${intakeId}?tersimpan=1`, 303);
  const { refusal } = outcome;
  return data(intent === 'spend' ? { reply: { typed: given, refusal } } : { refusal }, { status: 422 });
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function IntakePageRoute({ loaderData, actionData }: Route.ComponentProps) {
  const reply = actionData && 'reply' in actionData ? actionData.reply : undefined;
  const refusal = actionData && 'refusal' in actionData ? actionData.refusal : undefined;
  return <IntakeScreen {...loaderData} reply={reply} refusal={refusal} />;
}
