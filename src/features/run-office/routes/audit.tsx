import { roles } from '#kernel/actor.ts';
import { roleName } from '#kernel/role-name.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { detailText } from '../messages/audit-messages.ts';
import { scopeLabel } from '../messages/scope-label.ts';
import { permissions } from '../permissions.ts';
import { auditList } from '../queries/audit-list.server.ts';
import { listPeople } from '../queries/list-people.server.ts';
import { auditActions } from '../rules/audit-actions.ts';
import { AuditScreen } from '../screens/audit-screen.tsx';
import type { Route } from './+types/audit';
import { roleChoices } from './role-choices.server.ts';

export async function loader(args: Route.LoaderArgs) {
  const { services, actor, locale } = await requirePermission(args, permissions['audit.view']);
  const params = args.url.searchParams;
  const value = (name: string) => params.get(name) || null;
  const asked = {
    action: value('perbuatan'),
    actorId: value('orang'),
    subjectKind: value('jenis'),
    subjectId: value('data'),
    from: value('dari'),
    to: value('sampai'),
  };
  const page = valueOrThrow(await auditList(services, actor, { ...asked, before: value('setelah') }));
  const { places } = await roleChoices(services, actor, locale);
  const people = valueOrThrow(await listPeople(services, actor));
  const known: Record<string, string> = Object.fromEntries(people.map(({ userId, name }) => [userId, name]));
  for (const role of roles) known[role] = roleName(role, locale);
  const inWords = ([name, detail]: [string, unknown]) => {
    const [kind = '', code = ''] = name === 'scope' ? String(detail).split(/:(.*)/s) : [];
    return detailText(
      name,
      name === 'scope' ? scopeLabel({ kind, code }, places, locale) : detail,
      locale,
      known,
    );
  };
  return {
    next: page.next,
    events: page.events.map(({ details, ...event }) => ({
      ...event,
      details: Object.entries(details)
        .filter(([, detail]) => detail !== '' && detail !== null)
        .map(inWords),
    })),
    asked,
    actions: Object.entries(auditActions())
      .map(([action, names]) => ({ value: action, label: names[locale] }))
      .sort((a, b) => a.label.localeCompare(b.label, locale)),
    people: people.map(({ userId, name }) => ({ value: userId, label: name })),
  };
}

export default function Audit({ loaderData }: Route.ComponentProps) {
  return <AuditScreen {...loaderData} />;
}
