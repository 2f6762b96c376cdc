import type { CommandContext } from '#platform/command.server.ts';
import { insertWithdrawnVisit, removeWithdrawnVisit } from '../figure-store.server.ts';
import { type ListUndo, takeBackFromList } from './take-back-list.server.ts';

/**
 * Puts back what a visit changed of an enterprise, in the caller's transaction: a value that somebody changed since
 * stays. Answers whether one does.
 */
export async function takeBackVisit(
  context: CommandContext,
  { visitId, sourceListId, undo }: { visitId: string; sourceListId: string; undo: ListUndo },
): Promise<boolean> {
  await insertWithdrawnVisit(context.trx, context.officeCode, visitId, context.now);
  return (await takeBackFromList(context, sourceListId, [undo])) > 0;
}

/** What a visit found counts again: before it is brought into the register a second time. */
export function countVisitAgain({ trx, officeCode }: CommandContext, visitId: string): Promise<void> {
  return removeWithdrawnVisit(trx, officeCode, visitId);
}
