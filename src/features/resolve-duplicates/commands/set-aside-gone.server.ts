import type { CommandContext } from '#platform/command.server.ts';
import { listStandingIds } from '../../register-enterprise/index.server.ts';
import { listPending, setAside } from '../pair-store.server.ts';
import { closeQuestion } from '../question-store.server.ts';

/** Of these enterprises those that are gone, with a list that was taken back, need nobody's answer any more. */
export async function setAsideGone(context: CommandContext, enterpriseIds: readonly string[]): Promise<void> {
  const { trx, officeCode, now, actor } = context;
  const standing = await listStandingIds(trx, officeCode, enterpriseIds);
  const gone = enterpriseIds.filter((id) => !standing.has(id));
  if (gone.length === 0) return;
  const pending = await listPending(trx, officeCode, gone);
  await setAside(
    trx,
    officeCode,
    pending.map(({ pairId }) => pairId),
    null,
  );
  for (const { pairId } of pending.filter(({ status }) => status === 'asked'))
    await closeQuestion(trx, officeCode, pairId, { answer: 'withdrawn', at: now, by: actor.name });
}
