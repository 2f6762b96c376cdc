import { data, redirect } from 'react-router';
import { may } from '#kernel/actor.ts';
import { execute, read } from '#platform/command.server.ts';
import {
  foundOr404,
  requirePermission,
  requireSignedIn,
  valueOrThrow,
} from '#platform/http/app-context.server.ts';
import { saveSheet } from '../commands/mark-attendance.server.ts';
import { runPermissions } from '../permissions.ts';
import { sheetPage } from '../queries/sheet-page.server.ts';
import { readSheet } from '../rules/read-sheet.ts';
import { AttendanceScreen } from '../screens/attendance-screen.tsx';
import type { Route } from './+types/attendance';

const view = runPermissions['intake.view_run'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, view);
  const found = await read(services, actor, view, (context) => sheetPage(context, args.params));
  const saved = args.url.searchParams.get('tersimpan');
  return {
    page: foundOr404(valueOrThrow(found)),
    mayAttend: may(actor, runPermissions['intake.attend']),
    saved: saved === null ? null : Number(saved) || 0,
  };
}

export async function action(args: Route.ActionArgs) {
  const { services, actor } = await requireSignedIn(args);
  const { intakeId, sessionId } = args.params;
  const lines = readSheet(await args.request.formData());
  const saved = await execute(services, actor, saveSheet, { sessionId, lines });
  if (saved.ok)
    return redirect(
      `/pembinaan/angkatan/${intakeId}/hadir/${sessionId}?tersimpan=${saved.value.written}`,
      303,
    );
  if (saved.refusal.code === 'not_found') valueOrThrow(saved);
  return data({ refusal: saved.refusal, lines }, { status: 422 });
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export default function AttendancePage({ loaderData, actionData }: Route.ComponentProps) {
  return <AttendanceScreen {...loaderData} refusal={actionData?.refusal} typed={actionData?.lines} />;
}
