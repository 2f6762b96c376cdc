import { may } from '#kernel/actor.ts';
import { read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { selectionPermissions } from '../permissions.ts';
import { resultList } from '../queries/result-list.server.ts';
import { ResultsScreen } from '../screens/results-screen.tsx';
import type { Route } from './+types/results';

export async function loader(args: Route.LoaderArgs) {
  const permission = selectionPermissions['selection.view'];
  const { services, actor, locale } = await requirePermission(args, permission);
  const { searchParams } = args.url;
  const [after, before] = [searchParams.get('setelah'), searchParams.get('sebelum')];
  const asked = {
    intakeId: searchParams.get('angkatan'),
    filter: searchParams.get('tampil'),
    page: after !== null ? Number(after) + 1 || 1 : before !== null ? Number(before) - 1 || 1 : 1,
  };
  const found = await read(services, actor, permission, (context) =>
    resultList(context, args.params.selectionId, asked, locale),
  );
  return {
    results: foundOr404(valueOrThrow(found)),
    mayExport: may(actor, selectionPermissions['selection.export']),
  };
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function ResultsRoute({ loaderData }: Route.ComponentProps) {
  return <ResultsScreen {...loaderData} />;
}
