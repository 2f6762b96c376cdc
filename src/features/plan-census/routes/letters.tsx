import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { issueLetters, revokeLetter } from '../commands/letters.server.ts';
import { censusPermissions } from '../permissions.ts';
import { lettersPage } from '../queries/letters.server.ts';
import type { LetterFormValues } from '../rules/letter-view.ts';
import { LettersScreen } from '../screens/letters-screen.tsx';
import type { Route } from './+types/letters';

export async function loader(args: Route.LoaderArgs) {
  const view = censusPermissions['census.view'];
  const { services, actor } = await requirePermission(args, view);
  const found = await read(services, actor, view, (context) => lettersPage(context, args.params.roundId));
  return { ...foundOr404(valueOrThrow(found)), mayPlan: may(actor, censusPermissions['census.plan']) };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, censusPermissions['census.plan']);
  const { roundId } = args.params;
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const values: LetterFormValues = {
    number: text('number'),
    firstNumber: text('firstNumber'),
    issuedOn: text('issuedOn'),
    validTo: text('validTo'),
    signatoryName: text('signatoryName'),
    signatoryPosition: text('signatoryPosition'),
    signatoryNip: text('signatoryNip'),
  };
  const userIds = form.getAll('userIds').map(String);
  const outcome =
    text('intent') === 'revoke'
      ? await execute(services, actor, revokeLetter, { roundId, letterId: text('letterId') })
      : await execute(services, actor, issueLetters, { roundId, userIds, ...values });
  if (!outcome.ok) return data({ values, userIds, refusal: outcome.refusal }, { status: 422 });
  return redirect(`/pendataan/${roundId}/surat`, 303);
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function LettersPage({ loaderData, actionData }: Route.ComponentProps) {
  return <LettersScreen {...loaderData} reply={actionData} />;
}
