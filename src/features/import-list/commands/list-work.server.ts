import { type Actor, systemActor } from '#kernel/actor.ts';
import { type CommandContext, inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { recordProgress, type TaskProgress } from '#platform/tasks/long-task.server.ts';
import type { PersonKey } from '#platform/vault/vault.server.ts';
import {
  commitLater,
  findListKey,
  type ImportRow,
  lockStatus,
  updateImport,
} from '../import-store.server.ts';
import type { WorkingStatus } from '../rules/import-kinds.ts';

/** One stretch of background work on a list: what it needs, and how it tells how far it is. */
export type ListWork = {
  services: Services;
  /** The person who brought the list in, by whose order this is done. */
  actor: Actor;
  list: ImportRow;
  signal: AbortSignal;
};

export function workOn(services: Services, list: ImportRow, signal: AbortSignal): ListWork {
  return { services, actor: systemActor(list.officeCode, list.createdBy), list, signal };
}

/** Somebody cancelled the list, or another worker is at it: stop quietly. */
export class WorkTakenAway extends Error {}

/** The queue does it again at once: PostgreSQL's own word for two that stood in each other's way. */
export class TryAgain extends Error {
  readonly code = '40001';
}

/**
 * One batch: a transaction that goes through only while the list is still in the state that this work is for, with
 * its progress saved in it.
 */
export async function inBatch<Value>(
  { services, actor, list, signal }: ListWork,
  during: WorkingStatus,
  work: (context: CommandContext) => Promise<Value>,
  progress?: (value: Value) => TaskProgress,
): Promise<Value> {
  signal.throwIfAborted();
  return inOneTransaction(services, actor, async (context) => {
    const { trx, officeCode, now } = context;
    if ((await lockStatus(trx, officeCode, list.importId)) !== during) throw new WorkTakenAway(list.importId);
    const value = await work(context);
    if (value !== ended) await commitLater(trx);
    if (list.taskId)
      await recordProgress(
        trx,
        officeCode,
        list.taskId,
        value === ended
          ? { state: 'done', beatAt: now, finishedAt: now }
          : { state: 'running', beatAt: now, ...progress?.(value) },
      );
    return value;
  });
}

/** What a batch answers that was the last. */
export const ended = Symbol('ended');

/** The key under which the list's rows are sealed. */
export async function listKey(
  { trx, officeCode, vault }: CommandContext,
  importId: string,
): Promise<PersonKey> {
  const wrapped = await findListKey(trx, officeCode, importId);
  if (!wrapped) throw new Error(`list without a key: ${importId}`);
  return vault.openPersonKey(officeCode, importId, wrapped);
}

/** The work is done: the list is in its next state, and its task at its end. */
export async function finish(
  { trx, officeCode }: CommandContext,
  list: ImportRow,
  changes: Parameters<typeof updateImport>[3],
): Promise<typeof ended> {
  await updateImport(trx, officeCode, list.importId, changes);
  return ended;
}

/** Lets the next batch be made while the one before is written; never more than one is under way. */
export class OneAhead {
  #pending: Promise<unknown> = Promise.resolve();

  async start(write: () => Promise<unknown>): Promise<void> {
    await this.#pending;
    this.#pending = write();
    // Told when the next one starts, or at the end.
    this.#pending.catch(() => undefined);
  }

  async end(): Promise<void> {
    await this.#pending;
  }

  /** Before giving up: nothing is left under way that the next try could meet. */
  async settle(): Promise<void> {
    await this.#pending.catch(() => undefined);
  }
}
