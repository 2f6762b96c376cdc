import { asMultipliers } from './bound.ts';
import type { CertificatePart } from './certificate.ts';
import type { Contender, Prepared } from './prepare.ts';
import type { Seat } from './problem.ts';

/**
 * Whether the plain way is exact: one intake, one cost for all, nothing settled beforehand, and no candidate with two tags
 * that count, each tag with one reserve and one quota at most.
 */
export function isPlain({ problem, contenders }: Prepared): boolean {
  const { intakes, reserves, quotas, fixed } = problem;
  if (intakes.length !== 1 || (fixed ?? []).length > 0) return false;
  const twice = (list: readonly { tag: string }[]) => new Set(list.map(({ tag }) => tag)).size < list.length;
  if (twice(reserves) || twice(quotas)) return false;
  const counted = new Set([...reserves, ...quotas].map(({ tag }) => tag));
  const costs = new Set(
    intakes[0]!.budget === null ? [] : contenders.flatMap(({ options }) => options[0]?.cost ?? []),
  );
  return (
    costs.size <= 1 &&
    contenders.every(({ tags }) => new Set(tags.filter((tag) => counted.has(tag))).size <= 1)
  );
}

/**
 * Rank and quota, as a person does it in a sheet: in the published order first the reserved seats, each to the best of its
 * tag; then all other seats, passing over whoever's quota is full. Exact where `isPlain`.
 * @returns the list and the prices that prove it; null where a reserve cannot be filled
 */
export function rankAndQuota(
  prepared: Prepared,
): { chosen: Seat[]; multipliers: CertificatePart['multipliers'] } | null {
  const { contenders, ranking, rows, problem } = prepared;
  const intake = problem.intakes[0]!.code;
  const ranked = ranking.map((at) => contenders[at]!).filter(({ options }) => options.length > 0);
  const rowOf = new Map(rows.map((row, at) => [row.name, { ...row, at }]));
  const tagged = [...new Set([...problem.reserves, ...problem.quotas].map(({ tag }) => tag))].map((tag) => ({
    tag,
    reserve: rowOf.get(`reserve:${problem.reserves.find((one) => one.tag === tag)?.code}`),
    quota: rowOf.get(`quota:${problem.quotas.find((one) => one.tag === tag)?.code}`),
  }));
  const seatsRow = rowOf.get(`seats:${intake}`)!;
  const budgetRow = rowOf.get(`budget:${problem.intakes[0]!.budget}`);
  const perSeat = ranked[0]?.options[0]?.cost ?? 0;
  const costInSteps = budgetRow && perSeat > 0 ? perSeat / budgetRow.step : 0;
  const affordable = costInSteps > 0 ? Math.floor(budgetRow!.limit / costInSteps) : Number.POSITIVE_INFINITY;
  const seats = Math.min(seatsRow.limit, affordable);

  const chosen = new Set<Contender>();
  const count = new Map<string, number>();
  const take = (one: Contender) => {
    chosen.add(one);
    for (const { tag } of tagged) if (one.tags.includes(tag)) count.set(tag, (count.get(tag) ?? 0) + 1);
  };
  for (const { tag, reserve, quota } of tagged) {
    if (!reserve) continue;
    const best = ranked.filter(({ tags }) => tags.includes(tag)).slice(0, reserve.limit);
    if (best.length < reserve.limit || (quota && quota.limit < reserve.limit)) return null;
    for (const one of best) take(one);
  }
  if (chosen.size > seats) return null;
  const quotaFull = (one: Contender) =>
    tagged.some(({ tag, quota }) => quota && one.tags.includes(tag) && (count.get(tag) ?? 0) >= quota.limit);
  for (const one of ranked) {
    if (chosen.size >= seats) break;
    if (!chosen.has(one) && !quotaFull(one)) take(one);
  }

  // The price of a seat is what the first who found none would have scored; a reserve's price is what it costs the total.
  const prices = new Float64Array(rows.length);
  const full = chosen.size >= seats;
  const left = ranked.filter((one) => !chosen.has(one));
  const seatPrice = full ? (left.find((one) => !quotaFull(one))?.score ?? 0) : 0;
  if (affordable < seatsRow.limit) prices[budgetRow!.at] = seatPrice / costInSteps;
  else prices[seatsRow.at] = seatPrice;
  for (const { tag, reserve, quota } of tagged) {
    const scores = (list: Iterable<Contender>) =>
      [...list].filter((one) => one.tags.includes(tag)).map((one) => one.score);
    if (reserve && reserve.limit > 0 && count.get(tag) === reserve.limit)
      prices[reserve.at] = Math.max(0, seatPrice - Math.min(...scores(chosen)));
    if (quota && (count.get(tag) ?? 0) >= quota.limit)
      prices[quota.at] = Math.max(0, Math.max(0, ...scores(left)) - seatPrice);
  }
  return {
    chosen: [...chosen].map(({ id }) => ({ candidate: id, intake })),
    multipliers: asMultipliers(prepared, prices),
  };
}
