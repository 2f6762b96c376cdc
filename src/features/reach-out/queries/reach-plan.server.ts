import { isOfWholeOffice } from '#kernel/actor.ts';
import type { CommandContext, QueryContext } from '#platform/command.server.ts';
import { type Grouped, groupRecipients } from '../commands/group-recipients.server.ts';
import { countByChannel } from '../contact-store.server.ts';
import type { NotGreetedAsked } from '../rules/not-greeted.ts';
import {
  assumed,
  type ChannelFigures,
  learnedShare,
  type PlannedLane,
  plannedLanes,
  planReach,
  type ReachPlan,
} from '../rules/plan-reach.ts';
import type { PlanAsked, PlanView } from '../rules/plan-view.ts';
import { notGreetedIds } from './not-greeted.server.ts';

/** More than any office greets within a plan; the first of them in the order are looked at. */
const MOST = 20_000;

type Context = Pick<CommandContext, 'trx' | 'officeCode' | 'now'>;

/** Never reached first, then those reached longest ago. */
async function ranked(context: Context, asked: NotGreetedAsked): Promise<string[]> {
  const ids = new Set<string>();
  for (const span of ['never', '24', '12', '6', 'all'] as const) {
    if (ids.size >= MOST) break;
    for (const id of await notGreetedIds(context, { ...asked, span }, MOST)) ids.add(id);
  }
  return [...ids].slice(0, MOST);
}

export async function figuresOf(
  { trx, officeCode }: Context,
  costs: PlanAsked['costs'] | null,
): Promise<Record<PlannedLane, ChannelFigures>> {
  const log = new Map((await countByChannel(trx, officeCode)).map((one) => [one.channel, one]));
  return Object.fromEntries(
    plannedLanes.map((lane) => [
      lane,
      { cost: costs?.[lane] ?? assumed[lane].cost, ...learnedShare(lane, log.get(lane)) },
    ]),
  ) as Record<PlannedLane, ChannelFigures>;
}

/** Whom the money reaches; for lists that are made of it. */
export async function planOf(
  context: Context,
  asked: NotGreetedAsked,
  { budget, costs }: PlanAsked,
): Promise<{ plan: ReachPlan<Grouped>; looked: number }> {
  const ids = await ranked(context, asked);
  const people = await groupRecipients(context, 'programme', ids);
  return { plan: planReach(people, await figuresOf(context, costs), budget), looked: ids.length };
}

/** The plan as it is shown; null for who is not of the whole office. */
export async function planPage(
  context: QueryContext,
  asked: NotGreetedAsked,
  wanted: PlanAsked | null,
): Promise<PlanView | null> {
  if (!isOfWholeOffice(context)) return null;
  const figures = await figuresOf(context, wanted?.costs ?? null);
  if (wanted === null) return { asked: null, figures, looked: 0, plan: null };
  const { plan, looked } = await planOf(context, asked, wanted);
  const { chosen, ...sums } = plan;
  return { asked: wanted, figures, looked, plan: { ...sums, people: chosen.length } };
}
