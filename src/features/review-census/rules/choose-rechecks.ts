import { seededRandom } from '#linkage/random.ts';

/** A row that was visited and approved. */
export type ApprovedRow = {
  rowId: string;
  enumeratorId: string;
  /** Milliseconds since 1970 UTC, by the office's clock. */
  approvedAt: number;
  /** Diperiksa sendiri: who collected it also approved it. */
  selfChecked: boolean;
};

export type Recheck = { rowId: string; by: string | null };

/** Share of an enumerator's rows that is visited again, at least; twice of it where they checked themselves. */
export const recheckShare = 0.05;

export type RecheckTerms = {
  /** A whole number below 2^32, stored with the round. */
  seed: number;
  /** Another share than 5 % makes other piles. */
  share?: number;
  /** Nothing, or little, is still to come: a pile that is not full draws from what there is. */
  closing?: boolean;
  /** Rows that were drawn before: their piles have had their turn. */
  drawn?: ReadonlySet<string>;
};

/**
 * Rows to be visited again, besides those drawn before. Of every twenty rows of an enumerator, in the order of their
 * approval, one is drawn by lot (of every ten, where they checked themselves), so the share holds for everyone at any
 * time, and nobody can know which. While a twenty is not full its row may be one still to come, unless the work is
 * `closing`: so each ends with 5 % or more. By somebody else, drawn as well; `by` is null where there is no one but the
 * enumerator.
 */
export function chooseRechecks(
  rows: readonly ApprovedRow[],
  visitors: readonly string[],
  { seed, share = recheckShare, closing = false, drawn: before = new Set() }: RecheckTerms,
): Recheck[] {
  if (share <= 0) return [];
  const inOrder = [...rows].sort((a, b) => a.approvedAt - b.approvedAt || (a.rowId < b.rowId ? -1 : 1));
  const piles = Map.groupBy(inOrder, ({ enumeratorId, selfChecked }) => `${enumeratorId}/${selfChecked}`);
  const others = [...visitors].sort();
  return [...piles].flatMap(([pile, own]) => {
    const first = own[0] as ApprovedRow;
    // Rounded against 1 / 0.05 falling a hair short of 20.
    const per = Math.max(1, Math.floor(1 / (first.selfChecked ? 2 * share : share) + 1e-9));
    const free = others.filter((id) => id !== first.enumeratorId);
    return Array.from({ length: Math.ceil(own.length / per) }, (_, turn): Recheck | null => {
      const some = own.slice(turn * per, (turn + 1) * per);
      if (some.some(({ rowId }) => before.has(rowId))) return null;
      const lot = seededRandom(seedFor(`${seed}/${pile}/${turn}`));
      const whole = Math.floor(lot() * per);
      const at = closing && whole >= some.length ? Math.floor(lot() * some.length) : whole;
      const chosen = some[at];
      const by = free[Math.floor(lot() * free.length)] ?? null;
      return chosen === undefined ? null : { rowId: chosen.rowId, by };
    }).filter((recheck) => recheck !== null);
  });
}

/** A number for each text, the same on every machine (FNV-1a). */
function seedFor(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
