import { may } from '#kernel/actor.ts';
import { read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { registerPermissions } from '../permissions.ts';
import { enterpriseList } from '../queries/enterprise-list.server.ts';
import { PAGE_ROWS, readRegisterAddress, registerQuery } from '../rules/register-address.ts';
import { facetChoices } from '../rules/register-facets.ts';
import { EnterpriseListScreen } from '../screens/enterprise-list-screen.tsx';
import type { Route } from './+types/enterprise-list';
import { wordsOfList } from './list-words.ts';

export async function loader(args: Route.LoaderArgs) {
  const view = registerPermissions['enterprise.view'];
  const { services, actor, session, locale } = await requirePermission(args, view);
  const params = args.url.searchParams;
  const address = readRegisterAddress(params);
  const list = valueOrThrow(
    await read(services, actor, view, (context) => enterpriseList(context, { ...address, limit: PAGE_ROWS })),
  );
  const query = registerQuery(params);
  return {
    rows: list.rows,
    facets: facetChoices(list.counts, list, address.filter, locale),
    ...wordsOfList(list, address, session.office.name, locale),
    offset: address.offset,
    text: address.text,
    query,
    isEmpty: list.enterprises === 0 && list.similar === 0 && query === '',
    may: {
      register: may(actor, registerPermissions['enterprise.register']),
      export: may(actor, registerPermissions['enterprise.export']),
      reveal: may(actor, registerPermissions['enterprise.reveal']),
    },
  };
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function EnterpriseListPage({ loaderData }: Route.ComponentProps) {
  return <EnterpriseListScreen {...loaderData} />;
}
