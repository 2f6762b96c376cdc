import { type AreaCode, areaAt } from '#kernel/statutory/area-code.ts';
import { byNeighbourhood } from './visit-order.ts';

export type RowToAssign = {
  rowId: string;
  /** '' where the list names none. */
  villageCode: AreaCode;
  rw: string | null;
  rt: string | null;
  inSample: boolean;
};

export type Enumerator = {
  id: string;
  /** Rows that are theirs already and not done. */
  openLoad: number;
  /** Where they live, or have open rows: they get rows there first. */
  villages: readonly AreaCode[];
};

export type Assignment = { rowId: string; enumeratorId: string };

/** Neighbours that stay with one person: an RT, or a part of one that is too large for that. */
type Block = { villageCode: AreaCode; rows: readonly RowToAssign[] };
type Hand = { id: string; load: number; villages: Set<AreaCode>; districts: Set<string> };

/**
 * Shares rows out among enumerators: everyone ends with about the same open load (what they have already included), an
 * RT stays with one person, who goes on to the RT beside it, and who lives in a village is asked first. Loads differ by
 * an RT at the most, where those who have more already do not make it impossible.
 *
 * Answers the sub-sample first, then RT by RT. The same rows and people give the same shares in whatever order
 * they come. Without enumerators nothing is assigned.
 */
export function assignRows(rows: readonly RowToAssign[], enumerators: readonly Enumerator[]): Assignment[] {
  if (enumerators.length === 0) return [];
  const hands = enumerators
    .map(({ id, openLoad, villages }): Hand => {
      const districts = new Set(villages.map(districtOf));
      return { id, load: openLoad, villages: new Set(villages), districts };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const sample: Assignment[] = [];
  const others: Assignment[] = [];
  let left = rows.length;
  let level = levelOf(hands, left);
  let last: { hand: Hand; villageCode: AreaCode } | null = null;
  for (const block of blocksOf(rows, hands)) {
    const size = block.rows.length;
    const goesOn: boolean =
      last !== null && last.villageCode === block.villageCode && hasRoom(last.hand, size, level);
    if (!goesOn) level = levelOf(hands, left);
    const hand: Hand = goesOn && last !== null ? last.hand : choose(hands, block, level, last?.hand ?? null);
    for (const { rowId, inSample } of block.rows)
      (inSample ? sample : others).push({ rowId, enumeratorId: hand.id });
    hand.load += size;
    hand.districts.add(districtOf(block.villageCode));
    left -= size;
    last = { hand, villageCode: block.villageCode };
  }
  return [...sample, ...others];
}

/**
 * Hands the open rows of somebody who is idle to the others: to those with room, in the same village before the same
 * district before elsewhere, and among them to whoever has least.
 */
export function reassignRows(
  idleId: string,
  openRows: readonly RowToAssign[],
  enumerators: readonly Enumerator[],
): Assignment[] {
  return assignRows(
    openRows,
    enumerators.filter(({ id }) => id !== idleId),
  );
}

/** The load at which everyone stands once `rows` more are shared out, those who have more keeping what they have. */
function levelOf(hands: readonly Hand[], rows: number): number {
  const loads = hands.map(({ load }) => load).sort((a, b) => a - b);
  let sum = rows;
  for (const [at, load] of loads.entries()) {
    sum += load;
    const level = sum / (at + 1);
    if (level <= (loads[at + 1] ?? Number.POSITIVE_INFINITY)) return level;
  }
  return sum;
}

/** Whether a block brings somebody nearer to the level than leaving it would. */
const hasRoom = ({ load }: Hand, size: number, level: number): boolean => load + size / 2 <= level;

/** Nearest first among those with room; where nobody has room, whoever has least. */
function choose(hands: readonly Hand[], block: Block, level: number, last: Hand | null): Hand {
  const district = districtOf(block.villageCode);
  const distance = (hand: Hand): number => {
    if (hand.villages.has(block.villageCode)) return 0;
    if (hand === last && hand.districts.has(district)) return 1;
    if (hand.districts.has(district)) return 2;
    // Who has a home elsewhere is left for there.
    return hand.districts.size === 0 ? 3 : 4;
  };
  const withRoom = hands.filter((hand) => hasRoom(hand, block.rows.length, level));
  const ranked = (withRoom.length > 0 ? withRoom : hands).map((hand) => ({ hand, far: distance(hand) }));
  const nearestFirst = withRoom.length > 0;
  return ranked.reduce((best, one) => {
    const nearer = one.far - best.far;
    const lighter = one.hand.load - best.hand.load;
    return (nearestFirst ? nearer || lighter : lighter || nearer) < 0 ? one : best;
  }).hand;
}

/** RT by RT, villages in which somebody lives before the others; what is larger than a quarter of a load in parts. */
function blocksOf(rows: readonly RowToAssign[], hands: readonly Hand[]): Block[] {
  const most = Math.max(1, Math.ceil(rows.length / hands.length / 4));
  const homes = new Set(hands.flatMap(({ villages }) => [...villages]));
  const groups = Map.groupBy(rows, ({ villageCode, rw, rt }) => `${villageCode}/${rw}/${rt}`);
  const isHome = (group: readonly RowToAssign[]) => Number(homes.has(group[0]?.villageCode ?? ''));
  return [...groups.values()]
    .map((group) => group.sort(byNeighbourhood))
    .sort((a, b) => isHome(b) - isHome(a) || byNeighbourhood(a[0] as RowToAssign, b[0] as RowToAssign))
    .flatMap((group) => {
      const parts = Math.ceil(group.length / most);
      const end = (part: number) => Math.round((part * group.length) / parts);
      return Array.from({ length: parts }, (_, part) => ({
        villageCode: group[0]?.villageCode ?? '',
        rows: group.slice(end(part), end(part + 1)),
      }));
    });
}

const districtOf = (villageCode: AreaCode): string => areaAt(villageCode, 'district') ?? villageCode;
