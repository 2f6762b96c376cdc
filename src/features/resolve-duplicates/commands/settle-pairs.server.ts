import type { CommandContext } from '#platform/command.server.ts';
import { listStandingIds, listStoodFor } from '../../register-enterprise/index.server.ts';
import { listEnds, type PairEnds, setAside } from '../pair-store.server.ts';
import { closeQuestion } from '../question-store.server.ts';

type Ends = { leftId: string; rightId: string };

/** The records that stand for both ends now; null where one is gone. */
export async function standingEnds(
  { trx, officeCode }: Pick<CommandContext, 'trx' | 'officeCode'>,
  { leftId, rightId }: Ends,
): Promise<Ends | null> {
  const standing = await listStandingIds(trx, officeCode, [leftId, rightId]);
  const [left, right] = [standing.get(leftId), standing.get(rightId)];
  return left === undefined || right === undefined ? null : { leftId: left, rightId: right };
}

/**
 * What a decision settles besides: pairs whose both ends are one by now, and pairs between the same two groups of
 * records, which would only ask the same question once more.
 */
export async function settleBeside(
  context: CommandContext,
  pairId: string,
  { leftId, rightId }: Ends,
): Promise<void> {
  const { trx, officeCode, now, actor } = context;
  const members = [
    ...(await listStoodFor(trx, officeCode, leftId)),
    ...(await listStoodFor(trx, officeCode, rightId)),
  ];
  const others = (await listEnds(trx, officeCode, members)).filter((pair) => pair.pairId !== pairId);
  const standing = await listStandingIds(
    trx,
    officeCode,
    others.flatMap((pair) => [pair.leftId, pair.rightId]),
  );
  const own = new Set([leftId, rightId]);
  const isSettled = (pair: PairEnds) => {
    const [left, right] = [standing.get(pair.leftId), standing.get(pair.rightId)];
    if (left === undefined || right === undefined) return false;
    return left === right || (own.has(left) && own.has(right));
  };
  const settled = others.filter(isSettled);
  await setAside(
    trx,
    officeCode,
    settled.map((pair) => pair.pairId),
    pairId,
  );
  for (const pair of settled.filter(({ status }) => status === 'asked'))
    await closeQuestion(trx, officeCode, pair.pairId, { answer: 'withdrawn', at: now, by: actor.name });
}
