/** The door of run-intake: sessions, who came, papers and cases, as later slices and the wiring may use them. */

export { makeAttendanceApi, runApi } from './api.server.ts';
export { listMarks } from './attendance-store.server.ts';
export { runAuditNames } from './messages/audit-names.ts';
export { runPermissions } from './permissions.ts';
export { countAttendance, type Mark, marksThatCount, placeOf, wasThere } from './rules/attendance-state.ts';
export type { Session } from './rules/session.ts';
export { listSessions } from './session-store.server.ts';
