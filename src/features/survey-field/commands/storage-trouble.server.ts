import { isConnectionLost } from '#platform/lost-connection.ts';
import { isDiskFull } from './sealed-file.server.ts';

/** What stands in the way where nobody is at fault: no room left, or the database away for a moment. */
export function troubleOf(error: unknown): 'disk_full' | 'busy' | null {
  if (isDiskFull(error)) return 'disk_full';
  return isConnectionLost(error) ? 'busy' : null;
}
