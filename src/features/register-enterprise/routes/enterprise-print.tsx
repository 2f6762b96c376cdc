import { read } from '#platform/command.server.ts';
import { requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { registerPermissions } from '../permissions.ts';
import { enterpriseList } from '../queries/enterprise-list.server.ts';
import { readRegisterAddress, registerQuery } from '../rules/register-address.ts';
import { EnterprisePrintScreen } from '../screens/enterprise-print-screen.tsx';
import type { Route } from './+types/enterprise-print';
import { wordsOfList } from './list-words.ts';

/** More than this nobody reads on paper; the download holds all. */
const PRINT_ROWS = 2_000;

export async function loader(args: Route.LoaderArgs) {
  const permission = registerPermissions['enterprise.export'];
  const { services, actor, session, locale } = await requirePermission(args, permission);
  const params = args.url.searchParams;
  const address = { ...readRegisterAddress(params), offset: 0 };
  const list = valueOrThrow(
    await read(services, actor, permission, (context) =>
      enterpriseList(context, { ...address, limit: PRINT_ROWS }),
    ),
  );
  return {
    // Only what was counted: similar spellings stay on screen.
    rows: list.rows.slice(0, list.enterprises),
    ...wordsOfList(list, address, session.office.name, locale),
    query: registerQuery(params),
    officeName: session.office.name,
    by: session.name,
  };
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function EnterprisePrintPage({ loaderData }: Route.ComponentProps) {
  return <EnterprisePrintScreen {...loaderData} />;
}
