import type { Actor } from '#kernel/actor.ts';
import { addDays, isPlainDate, startOfDayInWib } from '#kernel/calendar.ts';
import type { Outcome } from '#kernel/refusal.ts';
import { read } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { type AuditRow, listAuditEvents, listSubjectNames } from '../audit-store.server.ts';
import { permissions } from '../permissions.ts';
import { cursor } from './outbox-list.server.ts';

const PAGE = 50;

/** As the address carries it; days are WIB, both included. What cannot be read is left aside. */
export type AskedAudit = {
  action: string | null;
  actorId: string | null;
  subjectKind: string | null;
  subjectId: string | null;
  from: string | null;
  to: string | null;
  before: string | null;
};

export type AuditPage = { events: (AuditRow & { subjectName: string | null })[]; next: string | null };

const instant = (day: string | null, more = 0) =>
  day !== null && isPlainDate(day) ? new Date(startOfDayInWib(addDays(day, more))) : null;

/** One page of the audit of the actor's office, newest first. */
export async function auditList(
  services: Services,
  actor: Actor,
  asked: AskedAudit,
): Promise<Outcome<AuditPage>> {
  return read(services, actor, permissions['audit.view'], async ({ trx, officeCode }) => {
    const { action, actorId, subjectKind, subjectId } = asked;
    const filter = {
      action,
      actorId,
      subjectKind,
      subjectId,
      from: instant(asked.from),
      until: instant(asked.to, 1),
    };
    const found = await listAuditEvents(trx, officeCode, filter, {
      before: cursor(asked.before),
      limit: PAGE + 1,
    });
    const events = found.slice(0, PAGE);
    const userIds = events
      .filter((one) => one.subjectKind === 'user' && one.subjectId)
      .map((one) => one.subjectId ?? '');
    const names = await listSubjectNames(trx, officeCode, [...new Set(userIds)]);
    return {
      events: events.map((one) => ({
        ...one,
        subjectName: (one.subjectId && names.get(one.subjectId)) ?? null,
      })),
      next: found.length > PAGE ? (events.at(-1)?.eventId ?? null) : null,
    };
  });
}
