import { data } from 'react-router';
import { execute, read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { scanPresent } from '../commands/mark-attendance.server.ts';
import { runPermissions } from '../permissions.ts';
import { sheetPage } from '../queries/sheet-page.server.ts';
import { ScanScreen } from '../screens/scan-screen.tsx';
import type { Route } from './+types/scan';

const attend = runPermissions['intake.attend'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, attend);
  const found = await read(services, actor, attend, (context) => sheetPage(context, args.params));
  return { page: foundOr404(valueOrThrow(found)) };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requirePermission(args, attend);
  const code = String((await args.request.formData()).get('code') ?? '');
  const { sessionId } = args.params;
  const scanned = await execute(services, actor, scanPresent, { sessionId, code });
  if (!scanned.ok) return data({ scanned: null, refusal: scanned.refusal, code }, { status: 422 });
  const { participantId, again } = scanned.value;
  return { scanned: { participantId, again }, refusal: null, code };
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function ScanPage({ loaderData, actionData }: Route.ComponentProps) {
  return <ScanScreen {...loaderData} answer={actionData} />;
}
