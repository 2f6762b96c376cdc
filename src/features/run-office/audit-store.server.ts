import type { Trx } from '#platform/db/connect.server.ts';

export type AuditFilter = {
  /** Exact action, such as `role.given`. */
  action: string | null;
  actorId: string | null;
  subjectKind: string | null;
  subjectId: string | null;
  /** First and last instant, the last one excluded. */
  from: Date | null;
  until: Date | null;
};

export type AuditRow = {
  eventId: string;
  occurredAt: Date;
  actorKind: 'person' | 'token' | 'system';
  actorId: string | null;
  actorName: string;
  action: string;
  subjectKind: string | null;
  subjectId: string | null;
  reason: string | null;
  details: Record<string, unknown>;
};

/** Newest first (ids grow with time); `before` is the id of the last line already shown. */
export async function listAuditEvents(
  trx: Trx,
  officeCode: string,
  filter: AuditFilter,
  page: { before: string | null; limit: number },
): Promise<AuditRow[]> {
  let query = trx
    .selectFrom('auditEvents')
    .select([
      'eventId',
      'occurredAt',
      'actorKind',
      'actorId',
      'actorName',
      'action',
      'subjectKind',
      'subjectId',
      'reason',
      'details',
    ])
    .where('officeCode', '=', officeCode);
  if (filter.action) query = query.where('action', '=', filter.action);
  if (filter.actorId) query = query.where('actorId', '=', filter.actorId);
  if (filter.subjectKind) query = query.where('subjectKind', '=', filter.subjectKind);
  if (filter.subjectId) query = query.where('subjectId', '=', filter.subjectId);
  if (filter.from) query = query.where('occurredAt', '>=', filter.from);
  if (filter.until) query = query.where('occurredAt', '<', filter.until);
  if (page.before) query = query.where('eventId', '<', page.before);
  return (await query.orderBy('eventId', 'desc').limit(page.limit).execute()) as AuditRow[];
}

/** Names of people of the office who are the subject of some lines. */
export async function listSubjectNames(
  trx: Trx,
  officeCode: string,
  userIds: readonly string[],
): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('authUsers as u')
    .select(['u.id', 'u.name'])
    .where('u.id', 'in', userIds)
    .where('u.id', 'in', (eb) =>
      eb.selectFrom('memberships').select('userId').where('officeCode', '=', officeCode),
    )
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
