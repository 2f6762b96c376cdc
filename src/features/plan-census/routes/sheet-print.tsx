import { read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { censusPermissions } from '../permissions.ts';
import { sheetViews } from '../queries/sheet-pages.server.ts';
import { SheetPrintScreen } from '../screens/sheet-print-screen.tsx';
import type { Route } from './+types/sheet-print';
import { readSheetPlace } from './read-sheet.ts';

export async function loader(args: Route.LoaderArgs) {
  const view = censusPermissions['census.view_sheets'];
  const { services, actor, session } = await requirePermission(args, view);
  const place = foundOr404(readSheetPlace(args.url.searchParams));
  // One sheet, or all of a village.
  const where = args.url.searchParams.has('satu') ? place : { villageCode: place.villageCode };
  const found = await read(services, actor, view, (context) =>
    sheetViews(context, args.params.roundId, where),
  );
  return { ...foundOr404(valueOrThrow(found)), officeName: session.office.name };
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function SheetPrintPage({ loaderData }: Route.ComponentProps) {
  return <SheetPrintScreen {...loaderData} />;
}
