import { isOfWholeOffice } from '#kernel/actor.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { countByVillage, listRounds } from '../../plan-census/index.server.ts';
import { countWaitingForReview } from '../../survey-field/index.server.ts';

/** A round that runs, in one line: rows of its list, those visited among them, and what waits to be checked. */
export type RoundProgress = {
  roundId: string;
  name: string;
  listed: number;
  visited: number;
  waiting: number;
};

/** Rounds that run, newest first; none for whoever does not answer for the whole office. */
export async function runningRounds(context: QueryContext): Promise<RoundProgress[]> {
  const { trx, officeCode } = context;
  if (!isOfWholeOffice(context)) return [];
  const progress: RoundProgress[] = [];
  for (const { roundId, name, status } of await listRounds(trx, officeCode)) {
    if (status !== 'running') continue;
    const villages = await countByVillage(trx, { office: officeCode, roundId });
    const sum = (of: (village: (typeof villages)[number]) => number) =>
      villages.reduce((all, village) => all + of(village), 0);
    progress.push({
      roundId,
      name,
      listed: sum(({ listed }) => listed),
      visited: sum(({ submitted, approved }) => submitted + approved),
      waiting: await countWaitingForReview(trx, officeCode, roundId),
    });
  }
  return progress;
}
