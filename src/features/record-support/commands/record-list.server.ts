import { isOfWholeOffice } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { done, invalid, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { findBatchForUpdate, insertBatch, markBatchWithdrawn } from '../batch-store.server.ts';
import { recordListInput, withdrawBatchInput } from '../input.ts';
import { supportPermissions } from '../permissions.ts';
import { withdrawSupports } from '../support-store.server.ts';
import { listToRecord } from './list-to-record.server.ts';
import { recordSupport } from './record-support.server.ts';

const permission = supportPermissions['support.record_lists'];

/**
 * Writes down that everybody on a source list received the same. Whoever has it on record is passed over, so that it can be
 * done again after rows were added to the list. Refused: already_done, where nobody is new.
 */
export const recordList = defineCommand({
  name: 'support.record_list',
  permission,
  input: recordListInput,
  async run(context, { sourceListId, endedOn, ...facts }) {
    const { trx, officeCode, now, actor, newId } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    if (facts.startedOn > plainDateInWib(now.getTime()))
      return invalid([{ path: 'startedOn', code: 'date_in_future' }]);
    const found = await listToRecord(context, sourceListId, facts);
    if (!found) return invalid([{ path: 'sourceListId', code: 'not_a_choice' }]);
    const batchId = newId();
    const added = await recordSupport(
      context,
      found.recordIds.map((enterpriseId) => ({
        ...facts,
        enterpriseId,
        endedOn: endedOn ?? null,
        value: null,
        sourceKind: 'list' as const,
        sourceId: batchId,
      })),
    );
    if (added === 0) return refused('already_done');
    await insertBatch(trx, officeCode, {
      ...facts,
      batchId,
      sourceListId,
      endedOn: endedOn ?? null,
      records: found.fresh,
      recordedAt: now,
      recordedBy: actor.name,
      withdrawnAt: null,
      withdrawnBy: null,
    });
    await context.audit({
      action: 'support.list_recorded',
      subject: { kind: 'source_list', id: sourceListId },
      details: { batchId, enterprises: found.fresh, kind: facts.kind, topic: facts.topic },
    });
    return done({ batchId, enterprises: found.fresh });
  },
});

/** Takes back all that a list brought, as one. */
export const withdrawBatch = defineCommand({
  name: 'support.withdraw_list',
  permission,
  input: withdrawBatchInput,
  async run(context, { batchId }) {
    const { trx, officeCode, now, actor } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const batch = await findBatchForUpdate(trx, officeCode, batchId);
    if (!batch) return refused('not_found');
    if (batch.withdrawnAt !== null) return refused('already_done');
    const deed = { at: now, by: actor.name };
    const records = await withdrawSupports(trx, officeCode, { sourceKind: 'list', sourceId: batchId }, deed);
    await markBatchWithdrawn(trx, officeCode, batchId, deed);
    await context.audit({
      action: 'support.list_withdrawn',
      subject: { kind: 'source_list', id: batch.sourceListId },
      details: { batchId, records },
    });
    return done({ records });
  },
});
