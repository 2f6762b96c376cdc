import { newId } from '#kernel/id.ts';
import { parsePersonName } from '#kernel/naming/person-name.ts';
import type { CommandContext } from '#platform/command.server.ts';
import {
  listByIdentifiers,
  listOwnersByNiks,
  registerTouched,
} from '../../register-enterprise/index.server.ts';
import { linkagePolicy } from '../../resolve-duplicates/index.server.ts';
import type { ImportRow } from '../import-store.server.ts';
import { deleteMatches, insertMatches, listKeysOfEdition, type RowMatch } from '../match-store.server.ts';
import { insertPairs } from '../pair-store.server.ts';
import { businessKeyOf } from '../rules/compare-rows.ts';
import {
  type DecidedRow,
  decideRows,
  type EnterpriseOnRecord,
  type OwnerOnRecord,
} from '../rules/decide-rows.ts';
import type { ImportCounts } from '../rules/import-counts.ts';
import type { RowAction } from '../rules/import-kinds.ts';
import { laneOf } from '../rules/lanes.ts';
import { isUnchanged } from '../rules/merge-record.ts';
import type { LikenessPolicy } from '../rules/settle-likeness.ts';
import { listSealed, listToMatch, type RowToMatch } from '../staged-store.server.ts';
import { linkNewRows } from './link-new-rows.server.ts';
import { finish, inBatch, type ListWork, OneAhead } from './list-work.server.ts';
import { mergeRows } from './merge-rows.server.ts';

const batchRows = 2_000;
const hex = (index: Buffer | null) => index?.toString('latin1') ?? null;

/** The rows are checked: decide what saving will do, and let a person look. */
export async function decideList(work: ListWork, counts: ImportCounts): Promise<void> {
  const { decidedAsOf, ...decided } = await decideRowsOf(work, 'staging');
  await inBatch(work, 'staging', (context) =>
    finish(context, work.list, {
      status: 'staged',
      stagedAt: context.now,
      decidedAsOf,
      counts: { ...counts, ...decided },
    }),
  );
}

/** What the office lets the machine join now. */
export async function likenessPolicy(context: CommandContext): Promise<LikenessPolicy> {
  const { leastProbability, release } = await linkagePolicy(context);
  return { leastProbability, joins: release.state === 'released' };
}

type Decisions = Required<Pick<ImportCounts, 'actions' | 'alike' | 'likenessPolicy'>> & {
  decidedAsOf: number;
};

/**
 * Decides for every good row what saving will do, and keeps it beside the row: by exact numbers, by names against the
 * edition before, and by likeness where neither says anything.
 */
export async function decideRowsOf(work: ListWork, during: 'staging' | 'applying'): Promise<Decisions> {
  const { list } = work;
  const of = { officeCode: list.officeCode, importId: list.importId };
  const { waiting, edition, decidedAsOf, policy, ...exact } = await inBatch(
    work,
    during,
    async (context) => {
      await deleteMatches(context.trx, list);
      const asOf = await registerTouched(context.trx, context.officeCode);
      const all = await decideAll(context, list);
      await insertMatches(context.trx, of, all.waiting);
      return { ...all, decidedAsOf: asOf, policy: await likenessPolicy(context) };
    },
    () => ({ step: 'comparing' }),
  );
  const { decided, pairs, alike } = await linkNewRows(work, during, exact.decided, policy);
  for (let at = 0; at < pairs.length; at += batchRows)
    await inBatch(work, during, ({ trx }) => insertPairs(trx, of, pairs.slice(at, at + batchRows)));
  const actions: Record<RowAction, number> = { new: 0, changed: 0, unchanged: 0, repeated: 0 };
  const ahead = new OneAhead();
  try {
    for (let at = 0; at < decided.length; at += batchRows) {
      const batch = decided.slice(at, at + batchRows);
      const matches = await inBatch(work, during, (context) => compared(context, list, batch));
      for (const { action } of matches) if (action !== 'waiting') actions[action] += 1;
      // While saving, the task counts rows saved.
      const progress = { doneCount: at + batch.length, totalCount: decided.length };
      await ahead.start(() =>
        inBatch(
          work,
          during,
          ({ trx }) => insertMatches(trx, of, matches),
          () => ({ step: 'comparing', ...(during === 'staging' ? progress : {}) }),
        ),
      );
    }
    await ahead.end();
  } finally {
    await ahead.settle();
  }
  const matched = new Set([...decided, ...waiting].map(({ enterpriseId }) => enterpriseId));
  const missingNow = edition.filter((enterpriseId) => !matched.has(enterpriseId)).length;
  const newOwners = decided.filter(({ makesOwner }) => makesOwner).length;
  return { actions: { ...actions, missingNow, newOwners }, alike, likenessPolicy: policy, decidedAsOf };
}

type Decided = {
  decided: DecidedRow[];
  /** Rows to be mended that stand for an enterprise of the edition before: it is not missing. */
  waiting: RowMatch[];
  edition: string[];
};

async function decideAll({ trx, officeCode }: CommandContext, list: ImportRow): Promise<Decided> {
  const rows = await listToMatch(trx, list, 'ready');
  const present = <T>(values: readonly (T | null)[]) => values.filter((value): value is T => value !== null);
  const edition =
    list.previousImportId === null
      ? []
      : await listKeysOfEdition(trx, { officeCode, importId: list.previousImportId });
  const niks = new Map(present(rows.map(({ nikIndex }) => nikIndex)).map((index) => [hex(index), index]));
  const nikIndexes = [...niks.values()];
  const known = await listByIdentifiers(trx, officeCode, {
    nikIndexes,
    nibs: [...new Set(present(rows.map(({ nib }) => nib)))],
    enterpriseIds: [
      ...new Set([
        ...present(rows.map(({ enterpriseRef }) => enterpriseRef)),
        ...edition.map(({ enterpriseId }) => enterpriseId),
      ]),
    ],
    sourceKeys: { kind: list.kind, keys: present(rows.map(({ sourceKey }) => sourceKey)) },
  });
  const keys = new Map(edition.map((row) => [row.enterpriseId, row]));
  const onRecord = known.map((enterprise): EnterpriseOnRecord => {
    const before = keys.get(enterprise.enterpriseId);
    return {
      enterpriseId: enterprise.enterpriseId,
      ownerId: enterprise.ownerId,
      nib: enterprise.nib,
      nik: hex(enterprise.nikIndex),
      personKey: enterprise.ownerName === null ? '' : parsePersonName(enterprise.ownerName).key,
      sourceKey: enterprise.sourceKey ?? before?.sourceKey ?? null,
      businessKey: before?.businessKey ?? businessKeyOf(enterprise.name),
      namesKey: before?.namesKey ?? null,
    };
  });
  const owners = (await listOwnersByNiks(trx, officeCode, nikIndexes)).map(
    ({ ownerId, fullName, nikIndex }): OwnerOnRecord => ({
      ownerId,
      nik: hex(nikIndex)!,
      personKey: parsePersonName(fullName).key,
    }),
  );
  const decided = decideRows(rows.map(withNik), onRecord, owners, newId);
  const taken = new Set(decided.map(({ enterpriseId }) => enterpriseId));
  const left = onRecord.filter(({ enterpriseId }) => keys.has(enterpriseId) && !taken.has(enterpriseId));
  const rejected = left.length === 0 ? [] : await listToMatch(trx, list, 'needs_mending');
  return {
    decided,
    waiting: decideRows(rejected.map(withNik), left, [], newId)
      .filter(({ kind }) => kind === 'matched')
      .map(({ kind: _kind, ...row }) => ({ ...row, ownerId: null, action: 'waiting', lane: 0 })),
    edition: edition.map(({ enterpriseId }) => enterpriseId),
  };
}

const withNik = ({ nikIndex, ...row }: RowToMatch) => ({ ...row, nik: hex(nikIndex) });

/** Tells of matched rows whether saving them would change anything. */
async function compared(
  context: CommandContext,
  list: ImportRow,
  batch: readonly DecidedRow[],
): Promise<RowMatch[]> {
  const matched = batch.filter(({ kind }) => kind === 'matched');
  const sealed = await listSealed(
    context.trx,
    list,
    matched.map(({ rowNumber }) => rowNumber),
  );
  const merged = await mergeRows(
    context,
    list,
    matched.map(({ rowNumber, matchedBy, enterpriseId }) => ({
      rowNumber,
      matchedBy,
      enterpriseId: enterpriseId!,
      sealed: sealed.get(rowNumber)!,
    })),
    false,
  );
  return batch.map(({ kind, ...row }): RowMatch => {
    const placed = { ...row, lane: laneOf(row) };
    if (kind !== 'matched') return { ...placed, action: kind };
    const one = merged.get(row.rowNumber);
    return { ...placed, action: !one || isUnchanged(one.merged) ? 'unchanged' : 'changed' };
  });
}
