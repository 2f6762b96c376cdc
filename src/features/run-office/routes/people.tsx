import { may } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { roleName } from '#kernel/role-name.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { scopeLabel } from '../messages/scope-label.ts';
import { permissions } from '../permissions.ts';
import { scopeChoices } from '../queries/choices.server.ts';
import { listPeople } from '../queries/list-people.server.ts';
import { PeopleScreen, type PersonRow } from '../screens/people-screen.tsx';
import type { Route } from './+types/people';

export async function loader(args: Route.LoaderArgs) {
  const { services, actor, locale } = await requirePermission(args, permissions['people.view']);
  const places = valueOrThrow(await scopeChoices(services, actor));
  const today = plainDateInWib(services.clock().getTime());
  const people = valueOrThrow(await listPeople(services, actor)).map((person): PersonRow => {
    const { userId, name, email, closed, twoFactorEnabled, lastSeenAt } = person;
    const running = person.roles.filter((role) => !role.ended && role.validFrom <= today);
    const duties = running.map(
      ({ role, scope }) => `${roleName(role, locale)} · ${scopeLabel(scope, places, locale)}`,
    );
    return { userId, name, email, closed, twoFactorEnabled, lastSeenAt, duties };
  });
  return {
    people,
    mayManage: may(actor, permissions['people.manage']),
    mayHandOver: may(actor, permissions['work.hand_over']),
  };
}

export default function People({ loaderData }: Route.ComponentProps) {
  return <PeopleScreen {...loaderData} />;
}
