import { may } from '#kernel/actor.ts';
import { read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { censusPermissions } from '../permissions.ts';
import { sheetsPage } from '../queries/sheet-pages.server.ts';
import { SheetsScreen } from '../screens/sheets-screen.tsx';
import type { Route } from './+types/sheets';
import { readSheetPlace } from './read-sheet.ts';

export async function loader(args: Route.LoaderArgs) {
  const view = censusPermissions['census.view_sheets'];
  const { services, actor } = await requirePermission(args, view);
  const chosen = readSheetPlace(args.url.searchParams)?.villageCode ?? null;
  const found = await read(services, actor, view, (context) =>
    sheetsPage(context, args.params.roundId, chosen),
  );
  const mayKey = may(actor, censusPermissions['census.key_sheet']);
  const seesRound = may(actor, censusPermissions['census.view']);
  return { ...foundOr404(valueOrThrow(found)), chosen, mayKey, seesRound };
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function SheetsPage({ loaderData }: Route.ComponentProps) {
  return <SheetsScreen {...loaderData} />;
}
