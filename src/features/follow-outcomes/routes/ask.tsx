import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { readForm, typedValues } from '#platform/http/read-form.ts';
import { makeLink } from '../commands/make-links.server.ts';
import { recordAnswer } from '../commands/record-answer.server.ts';
import { outcomePermissions } from '../permissions.ts';
import { askPage } from '../queries/ask-page.server.ts';
import { AskScreen } from '../screens/ask-screen.tsx';
import type { Route } from './+types/ask';

const view = outcomePermissions['outcome.view'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, view);
  const found = await read(services, actor, view, (context) => askPage(context, args.params.askId));
  return {
    ask: foundOr404(valueOrThrow(found)),
    site: services.env.GAWANGAN_URL ?? args.url.origin,
    mayRecord: may(actor, outcomePermissions['outcome.record']),
    mayAsk: may(actor, outcomePermissions['outcome.ask']),
    newAnswerId: newId(),
    saved: args.url.searchParams.has('tersimpan'),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, view);
  const { askId } = args.params;
  const form = await args.request.formData();
  if (form.get('intent') === 'link') {
    const made = await execute(services, actor, makeLink, { askId });
    return made.ok
      ? redirect(`/pembinaan/kabar/${askId}`, 303)
      : data({ refusal: made.refusal, typed: undefined }, { status: 422 });
  }
  const outcome = await execute(services, actor, recordAnswer, { answers: {}, ...readForm(form), askId });
  if (!outcome.ok) return data({ refusal: outcome.refusal, typed: typedValues(form) }, { status: 422 });
  const { intakeId, months } = outcome.value;
  return redirect(`/pembinaan/angkatan/${intakeId}/kabar?bulan=${months}&tersimpan=1`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function AskPage({ loaderData, actionData }: Route.ComponentProps) {
  return <AskScreen {...loaderData} refusal={actionData?.refusal} typed={actionData?.typed} />;
}
