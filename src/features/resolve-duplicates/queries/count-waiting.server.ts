import type { CommandContext } from '#platform/command.server.ts';
import { listStandingIds } from '../../register-enterprise/index.server.ts';
import { listEnds } from '../pair-store.server.ts';

export type Waiting = { sure: number; review: number; asked: number };

/** Pairs that wait, by what for; those whose records are gone or one by now are left out. */
export async function countWaiting({
  trx,
  officeCode,
}: Pick<CommandContext, 'trx' | 'officeCode'>): Promise<Waiting> {
  const pairs = await listEnds(trx, officeCode);
  const standing = await listStandingIds(
    trx,
    officeCode,
    pairs.flatMap(({ leftId, rightId }) => [leftId, rightId]),
  );
  const waiting: Waiting = { sure: 0, review: 0, asked: 0 };
  for (const { leftId, rightId, status, band } of pairs) {
    const [left, right] = [standing.get(leftId), standing.get(rightId)];
    if (left === undefined || right === undefined || left === right) continue;
    waiting[status === 'asked' ? 'asked' : band] += 1;
  }
  return waiting;
}
