import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { readForm, typedValues } from '#platform/http/read-form.ts';
import { dropSelection } from '../commands/drop-selection.server.ts';
import { editPlan } from '../commands/edit-plan.server.ts';
import { lockSelection } from '../commands/lock-selection.server.ts';
import { startRun } from '../commands/start-run.server.ts';
import { selectionPermissions } from '../permissions.ts';
import { selectionPage } from '../queries/selection-page.server.ts';
import { atFields, planAsForm, planFromForm } from '../rules/plan-form.ts';
import { SelectionScreen } from '../screens/selection-screen.tsx';
import type { Route } from './+types/selection';

const view = selectionPermissions['selection.view'];

async function found(args: Route.LoaderArgs | Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, view);
  const page = await read(services, actor, view, (context) =>
    selectionPage(context, args.params.selectionId),
  );
  return { services, actor, selection: foundOr404(valueOrThrow(page)) };
}

export async function loader(args: Route.LoaderArgs) {
  const { services, actor, selection } = await found(args);
  return {
    selection,
    values: planAsForm(selection.plan),
    today: plainDateInWib(services.clock().getTime()),
    mayPlan: may(actor, selectionPermissions['selection.plan']),
    mayRun: may(actor, selectionPermissions['selection.run']),
    mayExport: may(actor, selectionPermissions['selection.export']),
    saved: args.url.searchParams.has('tersimpan'),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor, selection } = await found(args);
  const { selectionId, programmeId } = selection;
  const form = await args.request.formData();
  const { intent, ...given } = readForm(form);
  const here = `/pembinaan/pemilihan/${selectionId}`;
  if (intent === 'save' || intent === 'try') {
    const values = typedValues(form);
    const { plan, fieldOf } = planFromForm(values, selection);
    const edited = await execute(services, actor, editPlan, {
      selectionId,
      revision: values.revision,
      plan,
    });
    if (!edited.ok) {
      const { fields, ...refusal } = edited.refusal;
      return data(
        { values, refusal: { ...refusal, ...(fields ? { fields: atFields(fields, fieldOf) } : {}) } },
        { status: 422 },
      );
    }
    if (intent === 'save') return redirect(`${here}?tersimpan=1`, 303);
    const run = await startRun(services, actor, { selectionId, kind: 'trial' });
    if (!run.ok) return data({ values, refusal: run.refusal }, { status: 422 });
    return redirect(`${here}?tersimpan=1#contoh`, 303);
  }
  const outcome =
    intent === 'lock'
      ? await execute(services, actor, lockSelection, { ...given, selectionId })
      : intent === 'drop'
        ? await execute(services, actor, dropSelection, { ...given, selectionId })
        : await startRun(services, actor, { selectionId, kind: 'official' });
  if (!outcome.ok) return data({ values: null, refusal: outcome.refusal }, { status: 422 });
  return redirect(intent === 'drop' ? `/pembinaan/${programmeId}` : here, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function SelectionRoute({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <SelectionScreen
      {...loaderData}
      values={actionData?.values ?? loaderData.values}
      refusal={actionData?.refusal}
    />
  );
}
