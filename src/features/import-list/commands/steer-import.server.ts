import { done, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { findTask, isStuck, recordProgress } from '#platform/tasks/long-task.server.ts';
import { createSourceList } from '../../register-enterprise/index.server.ts';
import { findImport, type ImportRow, listImports, lockImport, updateImport } from '../import-store.server.ts';
import { importIdInput } from '../input.ts';
import { importPermissions } from '../permissions.ts';
import { isWorking, mayCancel } from '../rules/import-kinds.ts';
import { lastStagedRow } from '../staged-store.server.ts';
import { isOfWholeOffice } from './bring-in.server.ts';
import { dropStaged } from './drop-staged.server.ts';
import { startWork } from './start-work.server.ts';

const permission = importPermissions['list.bring_in'];

async function listToSteer(context: CommandContext, importId: string): Promise<ImportRow | null> {
  return isOfWholeOffice(context) ? lockImport(context.trx, context.officeCode, importId) : null;
}

/** Saves the good rows of a checked list in the register, in the background. */
export const applyImport = defineCommand({
  name: 'list.apply',
  permission,
  input: importIdInput,
  async run(context, { importId }) {
    const { trx, officeCode } = context;
    const list = await listToSteer(context, importId);
    if (!list) return refused('not_found');
    if (list.status === 'applying' || list.status === 'applied') return refused('already_done');
    if (list.status !== 'staged') return refused('wrong_state');
    const sourceListId = await sourceOf(context, list);
    if (sourceListId === null) return refused('wrong_state');
    await updateImport(trx, officeCode, importId, { status: 'applying', sourceListId });
    await startWork(context, {
      importId,
      name: list.name,
      total: rowsToSave(list),
    });
    await context.audit({ action: 'list.applied', subject: { kind: 'import', id: importId } });
    return done({ importId });
  },
});

const rowsToSave = ({ counts }: ImportRow): number => {
  const { new: added = 0, changed = 0, unchanged = 0 } = counts?.actions ?? {};
  return added + changed + unchanged;
};

/** The source that rows will name: mended rows belong to the list that they were rejected from. */
async function sourceOf(context: CommandContext, list: ImportRow): Promise<string | null> {
  const { name, kind, asOf, legalBasis, mendsImportId } = list;
  if (mendsImportId === null) return createSourceList(context, { name, kind, asOf, legalBasis });
  const first = await findImport(context.trx, context.officeCode, mendsImportId);
  return first?.status === 'applied' ? first.sourceListId : null;
}

/**
 * Gives a list up. Before it is saved nothing of it stays but the note that it was there; while it is being saved,
 * what has come in is taken out again.
 */
export const cancelImport = defineCommand({
  name: 'list.cancel',
  permission,
  input: importIdInput,
  async run(context, { importId }) {
    const { trx, officeCode, now } = context;
    const list = await listToSteer(context, importId);
    if (!list) return refused('not_found');
    // Mended rows belong to the list they were rejected from: they go with that list, or not at all.
    if (list.status === 'applying' && list.mendsImportId === null) return takeBack(context, list);
    if (!mayCancel(list.status)) return refused('wrong_state');
    await dropStaged(context, importId);
    await updateImport(trx, officeCode, importId, { status: 'cancelled' });
    if (list.taskId)
      await recordProgress(trx, officeCode, list.taskId, { state: 'cancelled', finishedAt: now });
    // The file is beside the database: it goes once this is saved.
    await context.enqueue({ queue: 'work-on-list', data: { importId } });
    await context.audit({ action: 'list.cancelled', subject: { kind: 'import', id: importId } });
    return done({ importId });
  },
});

/** Batalkan daftar ini: takes a saved list out of the register again; what was edited since stays. */
export const takeBackImport = defineCommand({
  name: 'list.take_back',
  permission,
  input: importIdInput,
  async run(context, { importId }) {
    const list = await listToSteer(context, importId);
    if (!list) return refused('not_found');
    if (list.status === 'taking_back' || list.status === 'taken_back') return refused('already_done');
    if (list.status !== 'applied' || list.mendsImportId !== null) return refused('wrong_state');
    const sheets = await listImports(context.trx, context.officeCode, { mends: importId, limit: 1_000 });
    if (sheets.some(({ status }) => status === 'applying')) return refused('locked');
    return takeBack(context, list);
  },
});

async function takeBack(context: CommandContext, { importId, name, taskId }: ImportRow) {
  const { trx, officeCode, now } = context;
  if (taskId) await recordProgress(trx, officeCode, taskId, { state: 'cancelled', finishedAt: now });
  await updateImport(trx, officeCode, importId, { status: 'taking_back' });
  await startWork(context, { importId, name, total: await lastStagedRow(trx, { officeCode, importId }) });
  await context.audit({ action: 'list.taken_back', subject: { kind: 'import', id: importId } });
  return done({ importId });
}

/**
 * Goes on with work that had given up; it starts where it stopped. A second job beside one that lives would only wait
 * for its turn.
 */
export const retryImport = defineCommand({
  name: 'list.retry',
  permission,
  input: importIdInput,
  async run(context, { importId }) {
    const { trx, officeCode } = context;
    const list = await listToSteer(context, importId);
    if (!list) return refused('not_found');
    const task = list.taskId ? await findTask(trx, officeCode, list.taskId) : undefined;
    if (!task || !isWorking(list.status) || !isStuck(task, context.now)) return refused('wrong_state');
    await recordProgress(trx, officeCode, task.taskId, { state: 'waiting', message: null });
    await context.enqueue({ queue: 'work-on-list', data: { importId } });
    return done({ importId });
  },
});
