import type { z } from 'zod';
import { type Actor, may, type Permission, type Scope, scopesFor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { type Outcome, type Refusal, refused } from '#kernel/refusal.ts';
import { type AuditEntry, writeAudit } from './audit/audit.server.ts';
import { type Trx, withOffice } from './db/connect.server.ts';
import type { Job } from './jobs/job-queue.server.ts';
import { refusalOfPostgres } from './postgres-refusal.ts';
import type { Services } from './services.server.ts';
import { fieldRefusals } from './zod-refusal.ts';

export type CommandContext = {
  trx: Trx;
  actor: Actor;
  officeCode: string;
  /** Where the actor may do this; never empty. */
  scopes: readonly Scope[];
  now: Date;
  newId: () => string;
  vault: Services['vault'];
  services: Services;
  /** Adds a line to the audit, in the same transaction. */
  audit(entry: AuditEntry): Promise<void>;
  /** Queues a job in the same transaction: it runs only if this command is saved. */
  enqueue(job: Job): Promise<void>;
};

export type Command<Shape extends z.ZodType, Value> = {
  name: string;
  permission: Permission;
  input: Shape;
  run(context: CommandContext, input: z.output<Shape>): Promise<Outcome<Value>>;
};

/** Declares a write. One file, one verb; form, API, import and phone all end in the same command. */
export function defineCommand<Shape extends z.ZodType, Value>(
  command: Command<Shape, Value>,
): Command<Shape, Value> {
  return command;
}

function commandContext(
  services: Services,
  actor: Actor,
  scopes: Scope[],
  trx: Trx,
  now: Date,
): CommandContext {
  return {
    trx,
    actor,
    officeCode: actor.officeCode,
    scopes,
    now,
    newId,
    vault: services.vault,
    services,
    audit: (entry) => writeAudit(trx, actor, now, entry),
    enqueue: (job) => services.jobs.enqueue(trx, actor.officeCode, job),
  };
}

/** Carries a refusal out of the transaction, so that whatever was written before it is undone. */
class RolledBack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/**
 * Runs a command: authorise → parse → [load → rule → save + audit + outbox] in one transaction of the actor's
 * office. A refusal undoes everything; nothing is thrown for it.
 */
export async function execute<Shape extends z.ZodType, Value>(
  services: Services,
  actor: Actor,
  command: Command<Shape, Value>,
  rawInput: unknown,
): Promise<Outcome<Value>> {
  if (!may(actor, command.permission)) return refused('forbidden');
  const parsed = command.input.safeParse(rawInput, { reportInput: true });
  if (!parsed.success) return refused('invalid_input', { fields: fieldRefusals(parsed.error) });
  const now = services.clock();
  try {
    return await withOffice(services.db, actor.officeCode, async (trx) => {
      const outcome = await command.run(
        commandContext(services, actor, scopesFor(actor, command.permission), trx, now),
        parsed.data,
      );
      if (!outcome.ok) throw new RolledBack(outcome.refusal);
      return outcome;
    });
  } catch (error) {
    if (error instanceof RolledBack) return { ok: false, refusal: error.refusal };
    const refusal = refusalOfPostgres(error);
    if (refusal) return refusal;
    throw error;
  }
}

/**
 * One transaction in the name of a person or of the system, for work that is no single command: a batch of a
 * background job. The caller has checked that the actor may.
 */
export function inOneTransaction<Value>(
  services: Services,
  actor: Actor,
  work: (context: CommandContext) => Promise<Value>,
): Promise<Value> {
  return withOffice(services.db, actor.officeCode, (trx) =>
    work(
      commandContext(services, actor, [{ kind: 'office', code: actor.officeCode }], trx, services.clock()),
    ),
  );
}

export type QueryContext = {
  trx: Trx;
  actor: Actor;
  officeCode: string;
  scopes: readonly Scope[];
  now: Date;
  vault: Services['vault'];
  services: Services;
};

/** Runs a read in a transaction of the actor's office; refused when the actor may not. */
export async function read<Value>(
  services: Services,
  actor: Actor,
  permission: Permission,
  work: (context: QueryContext) => Promise<Value>,
): Promise<Outcome<Value>> {
  const scopes = scopesFor(actor, permission);
  if (scopes.length === 0) return refused('forbidden');
  const now = services.clock();
  const value = await withOffice(services.db, actor.officeCode, (trx) =>
    work({ trx, actor, officeCode: actor.officeCode, scopes, now, vault: services.vault, services }),
  );
  return { ok: true, value };
}
