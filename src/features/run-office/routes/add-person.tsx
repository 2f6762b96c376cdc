import { data } from 'react-router';
import type { Refusal } from '#kernel/refusal.ts';
import { requirePermission } from '#platform/http/app-context.server.ts';
import { createUser, type NewPerson } from '../commands/create-user.server.ts';
import { permissions } from '../permissions.ts';
import { AddPersonScreen } from '../screens/add-person-screen.tsx';
import { HandedPassword } from '../screens/handed-password.tsx';
import type { Route } from './+types/add-person';
import { roleChoices } from './role-choices.server.ts';

export async function loader(args: Route.LoaderArgs) {
  const { services, actor, locale } = await requirePermission(args, permissions['people.manage']);
  const { roles, scopes } = await roleChoices(services, actor, locale);
  return { roles, scopes };
}

/** The form has one duty, whose fields stand flat. */
function flat(refusal: Refusal): Refusal {
  return {
    ...refusal,
    fields: refusal.fields?.map((field) => ({ ...field, path: field.path.replace(/^grants\.0\./, '') })),
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, permissions['people.manage']);
  const form = await args.request.formData();
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const { name = '', email = '', phone = '', nip = '', role, scope, validFrom, validTo } = typed;
  const person = { name, email, phone, nip, grants: [{ role, scope, validFrom, validTo }] } as NewPerson;
  const answer = await createUser(services, actor, person);
  if (!answer.ok) return data({ typed, refusal: flat(answer.refusal), handed: null }, { status: 422 });
  const { userId, firstPassword = '' } = answer.value;
  const address = services.env.GAWANGAN_URL ?? args.url.origin;
  const signInName = email || phone || nip;
  return data({
    typed: {},
    refusal: null,
    handed: { kind: 'first' as const, userId, name, signInName, password: firstPassword, address },
  });
}

export default function AddPerson({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData?.handed) return <HandedPassword {...actionData.handed} />;
  return <AddPersonScreen {...loaderData} typed={actionData?.typed} refusal={actionData?.refusal} />;
}
