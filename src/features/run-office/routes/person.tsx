import { data } from 'react-router';
import { may } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import type { Outcome } from '#kernel/refusal.ts';
import { roleName } from '#kernel/role-name.ts';
import { execute } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { closeAccount } from '../commands/close-account.server.ts';
import { endRole } from '../commands/end-role.server.ts';
import { grantRole } from '../commands/grant-role.server.ts';
import { resetAccount } from '../commands/reset-account.server.ts';
import { scopeLabel } from '../messages/scope-label.ts';
import { permissions } from '../permissions.ts';
import { listPeople } from '../queries/list-people.server.ts';
import { HandedPassword } from '../screens/handed-password.tsx';
import { PersonScreen } from '../screens/person-screen.tsx';
import type { Route } from './+types/person';
import { roleChoices } from './role-choices.server.ts';

export async function loader(args: Route.LoaderArgs) {
  const { services, actor, locale } = await requirePermission(args, permissions['people.view']);
  const people = valueOrThrow(await listPeople(services, actor));
  const person = foundOr404(people.find((one) => one.userId === args.params.userId));
  const { roles, scopes, places } = await roleChoices(services, actor, locale);
  return {
    person: { name: person.name, email: person.email, closed: person.closed },
    roles: person.roles.map(({ role, scope, ...rest }) => ({
      ...rest,
      role: roleName(role, locale),
      scope: scopeLabel(scope, places, locale),
    })),
    today: plainDateInWib(services.clock().getTime()),
    mayManage: may(actor, permissions['people.manage']),
    choices: { roles, scopes },
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, permissions['people.manage']);
  const { userId } = args.params;
  const form = await args.request.formData();
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  if (typed.intent === 'reset') {
    const answer = await resetAccount(services, actor, { userId, secondFactor: typed.secondFactor === '1' });
    if (!answer.ok)
      return data({ typed, refusal: answer.refusal, saved: false, temporaryPassword: null }, { status: 422 });
    const address = services.env.GAWANGAN_URL ?? args.url.origin;
    return data({
      typed: {},
      refusal: null,
      saved: true,
      temporaryPassword: { password: answer.value.temporaryPassword, address },
    });
  }
  const deed = (): Promise<Outcome<unknown>> => {
    if (typed.intent === 'end') return execute(services, actor, endRole, typed);
    if (typed.intent === 'close') return execute(services, actor, closeAccount, { userId });
    return execute(services, actor, grantRole, { ...typed, userId });
  };
  const outcome = await deed();
  if (!outcome.ok)
    return data({ typed, refusal: outcome.refusal, saved: false, temporaryPassword: null }, { status: 422 });
  return data({ typed: {}, refusal: null, saved: true, temporaryPassword: null });
}

export default function Person({ loaderData, actionData, params }: Route.ComponentProps) {
  if (actionData?.temporaryPassword) {
    const { name, email } = loaderData.person;
    return (
      <HandedPassword
        kind="temporary"
        userId={params.userId}
        name={name}
        signInName={email}
        {...actionData.temporaryPassword}
      />
    );
  }
  return (
    <PersonScreen
      {...loaderData}
      typed={actionData?.typed}
      refusal={actionData?.refusal}
      saved={actionData?.saved}
    />
  );
}
