import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { typedValues } from '#platform/http/read-form.ts';
import { answerAppeal } from '../commands/appeals.server.ts';
import { selectionPermissions } from '../permissions.ts';
import { appealPage } from '../queries/appeal-pages.server.ts';
import { AppealScreen } from '../screens/appeal-screen.tsx';
import type { Route } from './+types/appeal';

const permission = selectionPermissions['appeal.take'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const page = await read(services, actor, permission, (context) =>
    appealPage(context, args.params.appealId),
  );
  return {
    appeal: foundOr404(valueOrThrow(page)),
    mayDisplace: may(actor, selectionPermissions['selection.override']),
    said: args.url.searchParams.has('tersimpan'),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const { appealId } = args.params;
  const typed = typedValues(await args.request.formData());
  const { answer, decision, displacedId } = typed;
  const outcome = await execute(services, actor, answerAppeal, {
    appealId,
    answer,
    ...(decision === 'rejected' ? { status: 'rejected' } : { status: 'upheld', outcome: decision }),
    ...(decision === 'seat' ? { displacedId } : {}),
  });
  if (outcome.ok) return redirect(`/pembinaan/keberatan/${appealId}?tersimpan`, 303);
  return data({ reply: { typed, refusal: outcome.refusal } }, { status: 422 });
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function AppealRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <AppealScreen {...loaderData} reply={actionData?.reply} />;
}
