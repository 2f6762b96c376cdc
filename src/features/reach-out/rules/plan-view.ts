import { assumed, type ChannelFigures, type PlannedLane, plannedLanes } from './plan-reach.ts';

/** A budget and prices as an address carries them. */
export type PlanAsked = { budget: number; costs: Record<PlannedLane, number> };

const params: Record<PlannedLane, string> = {
  chat: 'biaya_chat',
  letter: 'biaya_surat',
  visit: 'biaya_kunjungan',
};
const amount = (text: string | null): number | null => {
  const digits = (text ?? '').replace(/[.\s]/g, '');
  return /^\d{1,12}$/.test(digits) ? Number(digits) : null;
};

/** Null: no budget was asked for. */
export function planAsked(search: URLSearchParams): PlanAsked | null {
  const budget = amount(search.get('anggaran'));
  if (budget === null) return null;
  const costs = Object.fromEntries(
    plannedLanes.map((lane) => [lane, amount(search.get(params[lane])) ?? assumed[lane].cost]),
  ) as PlanAsked['costs'];
  return { budget, costs };
}

export const costParam = (lane: PlannedLane): string => params[lane];

export type PlanView = {
  asked: PlanAsked | null;
  figures: Record<PlannedLane, ChannelFigures>;
  /** Enterprises that were looked at. */
  looked: number;
  plan: {
    people: number;
    cost: number;
    expected: number;
    left: number;
    alone: number;
    byLane: Readonly<Record<PlannedLane, { people: number; cost: number; expected: number }>>;
  } | null;
};
