import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import type { Trx } from '../db/connect.server.ts';

export type AuditEntry = {
  /** `slice.verb`, such as `enterprise.revealed`. */
  action: string;
  subject?: { kind: string; id: string };
  /** Why, in the actor's words; required for reveals. */
  reason?: string;
  /** Never personal data in the clear. */
  details?: Record<string, unknown>;
};

/** Writes one line of the audit inside the transaction of the deed itself: no deed without its line. */
export async function writeAudit(trx: Trx, actor: Actor, occurredAt: Date, entry: AuditEntry): Promise<void> {
  await trx
    .insertInto('auditEvents')
    .values({
      officeCode: actor.officeCode,
      eventId: newId(),
      occurredAt,
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      action: entry.action,
      subjectKind: entry.subject?.kind ?? null,
      subjectId: entry.subject?.id ?? null,
      reason: entry.reason ?? null,
      details: JSON.stringify(entry.details ?? {}),
    })
    .execute();
}
