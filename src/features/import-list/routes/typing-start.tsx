import { data, redirect } from 'react-router';
import { plainDateInWib } from '#kernel/calendar.ts';
import { requirePermission } from '#platform/http/app-context.server.ts';
import { typedValues } from '#platform/http/read-form.ts';
import { startTyping } from '../commands/start-typing.server.ts';
import { importPermissions } from '../permissions.ts';
import { type StartTypingReply, TypingStartScreen } from '../screens/typing-start-screen.tsx';
import type { Route } from './+types/typing-start';
import { chosenFile } from './chosen-file.ts';

const permission = importPermissions['list.bring_in'];
/** Fields in the order in which they stand, so that what is to be mended is listed from the top. */
const onScreen = ['file', 'name', 'kind', 'asOf', 'legalBasis', 'fields'];

export async function loader(args: Route.LoaderArgs) {
  const { services } = await requirePermission(args, permission);
  return { today: plainDateInWib(services.clock().getTime()) };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const form = await args.request.formData();
  const typed = typedValues(form);
  const given = (name: string) => typed[name]?.trim() || undefined;
  const chosen = form.getAll('fields').map(String);
  const outcome = await startTyping(services, actor, {
    facts: {
      name: given('name'),
      kind: given('kind'),
      asOf: given('asOf'),
      legalBasis: given('legalBasis'),
      fields: chosen,
    },
    file: chosenFile(form),
  });
  if (outcome.ok) return redirect(`/daftar/${outcome.value.importId}/ketik`, 303);
  const { refusal } = outcome;
  const fields = refusal.fields?.toSorted((a, b) => onScreen.indexOf(a.path) - onScreen.indexOf(b.path));
  return data(
    { typed, chosen, refusal: fields ? { ...refusal, fields } : refusal } satisfies StartTypingReply,
    { status: 422 },
  );
}

export default function TypingStartPage({ loaderData, actionData }: Route.ComponentProps) {
  return <TypingStartScreen {...loaderData} reply={actionData} />;
}
