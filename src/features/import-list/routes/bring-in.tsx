import { data, redirect } from 'react-router';
import { plainDateInWib } from '#kernel/calendar.ts';
import { requirePermission } from '#platform/http/app-context.server.ts';
import { typedValues } from '#platform/http/read-form.ts';
import { bringIn } from '../commands/bring-in.server.ts';
import { importPermissions } from '../permissions.ts';
import { type BringInReply, BringInScreen } from '../screens/bring-in-screen.tsx';
import type { Route } from './+types/bring-in';
import { chosenFile } from './chosen-file.ts';

/** Fields in the order in which they stand, so that what is to be mended is listed from the top. */
const onScreen = ['file', 'pasted', 'name', 'kind', 'asOf', 'legalBasis'];

const permission = importPermissions['list.bring_in'];

export async function loader(args: Route.LoaderArgs) {
  const { services } = await requirePermission(args, permission);
  return { today: plainDateInWib(services.clock().getTime()) };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, permission);
  const form = await args.request.formData();
  const typed = typedValues(form);
  const given = (name: string) => typed[name]?.trim() || undefined;
  const outcome = await bringIn(services, actor, {
    facts: {
      name: given('name'),
      kind: given('kind'),
      asOf: given('asOf'),
      legalBasis: given('legalBasis'),
    },
    file: chosenFile(form),
    // As it came: a first column without a heading begins with a tab.
    pasted: typed.pasted,
  });
  if (outcome.ok) return redirect(`/daftar/${outcome.value.importId}`, 303);
  const fields = outcome.refusal.fields?.toSorted(
    (a, b) => onScreen.indexOf(a.path) - onScreen.indexOf(b.path),
  );
  const refusal = fields ? { ...outcome.refusal, fields } : outcome.refusal;
  return data({ typed, refusal } satisfies BringInReply, { status: 422 });
}

export default function BringInPage({ loaderData, actionData }: Route.ComponentProps) {
  return <BringInScreen {...loaderData} reply={actionData} />;
}
