import { sameEmail } from '#kernel/email.ts';
import type { CommandContext } from '#platform/command.server.ts';
import { listRecordsForLists, type RecordForLists } from '../../register-enterprise/index.server.ts';
import type { ImportRow } from '../import-store.server.ts';
import { listSealedOfEdition } from '../match-store.server.ts';
import { type KnownRecord, type Merged, mergeRecord } from '../rules/merge-record.ts';
import type { StagedRecord } from '../rules/staged-record.ts';
import { openRow } from './list-key.server.ts';
import { listKey } from './list-work.server.ts';

export type MatchedRow = {
  rowNumber: number;
  matchedBy: string | null;
  enterpriseId: string;
  sealed: Buffer;
};
export type MergedRow = { known: RecordForLists; record: StagedRecord; merged: Merged };

/** What each matched row brings to its enterprise as it is now; with `lock` held until the transaction ends. */
export async function mergeRows(
  context: CommandContext,
  list: ImportRow,
  rows: readonly MatchedRow[],
  lock: boolean,
): Promise<Map<number, MergedRow>> {
  const merged = new Map<number, MergedRow>();
  if (rows.length === 0) return merged;
  const { trx, officeCode, vault } = context;
  const key = await listKey(context, list.importId);
  const ids = rows.map(({ enterpriseId }) => enterpriseId);
  const known = await listRecordsForLists(trx, officeCode, ids, lock);
  const before = await saidBefore(context, list, ids);
  for (const { rowNumber, matchedBy, enterpriseId, sealed } of rows) {
    const onRecord = known.get(enterpriseId);
    if (!onRecord) continue;
    const { record } = openRow(vault, key, rowNumber, sealed);
    merged.set(rowNumber, {
      known: onRecord,
      record,
      merged: mergeRecord(
        asKnown(context, onRecord, record),
        record,
        matchedBy === 'row_id'
          ? { kind: 'sheet' }
          : { kind: 'list', before: before.get(enterpriseId) ?? null },
      ),
    });
  }
  return merged;
}

/** What the edition before said of these enterprises. */
async function saidBefore(
  context: CommandContext,
  { previousImportId }: ImportRow,
  enterpriseIds: readonly string[],
): Promise<Map<string, StagedRecord>> {
  const said = new Map<string, StagedRecord>();
  if (previousImportId === null) return said;
  const { trx, officeCode, vault } = context;
  const rows = await listSealedOfEdition(trx, { officeCode, importId: previousImportId }, enterpriseIds);
  const keys = new Map<string, Awaited<ReturnType<typeof listKey>>>();
  for (const { importId, rowNumber, enterpriseId, sealed } of rows) {
    const key = keys.get(importId) ?? (await listKey(context, importId));
    keys.set(importId, key);
    said.set(enterpriseId, openRow(vault, key, rowNumber, sealed).record);
  }
  return said;
}

/** The record as the rules compare it: encrypted numbers only by whether they are the row's. */
function asKnown({ vault }: CommandContext, onRecord: RecordForLists, { owner }: StagedRecord): KnownRecord {
  const compared = (
    field: 'nik' | 'no_kk' | 'email',
    index: Buffer | null | undefined,
    value: string | null,
  ): KnownRecord['nik'] => {
    if (!index) return 'none';
    return value === null || index.equals(vault.blindIndex(field, value)) ? 'same' : 'other';
  };
  const phones = new Set((onRecord.owner?.phoneIndexes ?? []).map((index) => index.toString('latin1')));
  return {
    ...onRecord,
    place: onRecord.place as KnownRecord['place'],
    nik: compared('nik', onRecord.owner?.nikIndex, owner.nik),
    noKk: compared('no_kk', onRecord.owner?.noKkIndex, owner.noKk),
    email: compared('email', onRecord.owner?.emailIndex, owner.email ? sameEmail(owner.email) : null),
    newPhones: owner.phones.filter(
      (number) => !phones.has(vault.blindIndex('phone', number).toString('latin1')),
    ),
  };
}
