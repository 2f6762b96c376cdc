import { read } from '#platform/command.server.ts';
import { foundOr404, requirePermission, valueOrThrow } from '#platform/http/app-context.server.ts';
import { runPermissions } from '../permissions.ts';
import { intakeCalendar } from '../queries/calendar.server.ts';
import type { Route } from './+types/sessions-calendar';
import { calendarFile } from './calendar-file.ts';

const view = runPermissions['intake.view_run'];

/** The schedule for the calendar of whoever works on it. */
export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = await requirePermission(args, view);
  const found = await read(services, actor, view, (context) => intakeCalendar(context, args.params.intakeId));
  return calendarFile(foundOr404(valueOrThrow(found)), 'private, no-store');
}
