import { appContext, foundOr404, valueOrThrow } from '#platform/http/app-context.server.ts';
import { publicCalendar } from '../queries/calendar.server.ts';
import type { Route } from './+types/public-calendar';
import { calendarFile } from './calendar-file.ts';

/** The schedule of a public intake, for the calendar on anybody's phone. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { services, clientAddress } = context.get(appContext);
  const found = await publicCalendar(services, clientAddress, params);
  return calendarFile(foundOr404(valueOrThrow(found)), 'public, max-age=900');
}
