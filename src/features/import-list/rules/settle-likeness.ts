import type { EvidenceStep } from '#likeness/enterprise-record.ts';
import type { DecidedRow } from './decide-rows.ts';

/** Two enterprises that may be one, by the ids that they have or will have. */
export type LikelyPair = {
  readonly one: string;
  readonly other: string;
  /** Bits. */
  readonly weight: number;
  readonly probability: number;
  readonly suggests: 'same' | 'same_owner';
  readonly steps: readonly EvidenceStep[];
  readonly conflict: string | null;
  readonly villageCode: string | null;
};

/** Rows that come in as new and look like a record, or like each other. */
export type AlikeCounts = {
  /** Rows that look like an enterprise of the register; of them those that almost certainly are one. */
  readonly register: number;
  readonly registerSure: number;
  /** Rows that look like another row only. */
  readonly list: number;
  readonly listSure: number;
  /** Other rows whose owner looks like one with another business, on the register or in the list. */
  readonly owner: number;
  /** Rows that were joined with what they almost certainly are. */
  readonly joined: number;
};

export type LikenessPolicy = {
  /** From this probability on a pair is sure. */
  readonly leastProbability: number;
  /** The office lets the machine join what is sure. */
  readonly joins: boolean;
};

export type SettledRows = { decided: DecidedRow[]; pairs: LikelyPair[]; alike: AlikeCounts };

/**
 * Decides what likeness means for rows that exact numbers say nothing of. Where the office lets the machine join, a row
 * that surely is an enterprise of the register (or a row before it) is taken for it, and a row whose owner surely is
 * known gets that owner. All else comes in as new, with pairs for a person to look at. Never are two records of the
 * register joined here, nor two of its owners, nor what a pair that speaks against itself stands between.
 *
 * @param ownerOf of enterprises on the register that stand in a pair
 */
export function settleLikeness(
  decided: readonly DecidedRow[],
  found: readonly LikelyPair[],
  ownerOf: ReadonlyMap<string, string | null>,
  { leastProbability, joins }: LikenessPolicy,
): SettledRows {
  const isSure = ({ probability, conflict }: LikelyPair) =>
    conflict === null && probability >= leastProbability;
  const sure = joins ? found.filter(isSure).sort((a, b) => b.weight - a.weight) : [];
  const place = new Map<string, number>();
  const maker = new Map<string, number>();
  for (const [at, { kind, enterpriseId, ownerId, makesOwner }] of decided.entries()) {
    if (kind === 'new') place.set(enterpriseId!, at);
    if (makesOwner) maker.set(ownerId!, at);
  }
  const ownerAt = (id: string) => {
    const at = place.get(id);
    return at === undefined ? (ownerOf.get(id) ?? null) : decided[at]!.ownerId;
  };
  const contradicting = found.filter(({ conflict }) => conflict !== null);
  const enterprises = new Joined(
    place,
    contradicting.map(({ one, other }) => [one, other]),
  );
  for (const { one, other, suggests } of sure) if (suggests === 'same') enterprises.join(one, other);
  const owners = new Joined(
    maker,
    contradicting.flatMap(({ one, other }): [string, string][] => {
      const [left, right] = [ownerAt(one), ownerAt(other)];
      return left === null || right === null ? [] : [[left, right]];
    }),
  );
  for (const { one, other, suggests } of sure) {
    const isOnePerson = suggests === 'same_owner' || enterprises.first(one) === enterprises.first(other);
    const [left, right] = [ownerAt(one), ownerAt(other)];
    if (isOnePerson && left !== null && right !== null) owners.join(left, right);
  }
  const rows = joinRows(decided, { enterprises, owners, ownerOf, maker });
  const ownerNow = (id: string) => {
    const owner = ownerAt(id);
    return owner === null ? null : owners.first(owner);
  };
  return {
    decided: rows,
    pairs: pairsLeft(found, { rows, enterprises, ownerNow }),
    alike: {
      ...countAlike(found, place, isSure),
      joined: rows.filter(({ kind }, at) => kind !== decided[at]!.kind).length,
    },
  };
}

/** Ids that are one; what is on the register already stands for the others, else what the list names first. */
class Joined {
  readonly #places: ReadonlyMap<string, number>;
  readonly #leads = new Map<string, string>();
  /** Of what stands for others: the ids that neither it nor any of them may be joined with. */
  readonly #apart = new Map<string, Set<string>>();

  /**
   * @param places of what the list brings, in its order; all else is on the register
   * @param apart ids that are never joined, neither directly nor through others
   */
  constructor(places: ReadonlyMap<string, number>, apart: readonly (readonly [string, string])[]) {
    this.#places = places;
    for (const [one, other] of apart) {
      this.#keepApart(one, [other]);
      this.#keepApart(other, [one]);
    }
  }

  first(id: string): string {
    let at = id;
    for (let next = this.#leads.get(at); next !== undefined; next = this.#leads.get(at)) at = next;
    return at;
  }

  /** Does nothing where two records of the register would be joined, or two that must stay apart. */
  join(one: string, other: string): void {
    const ends = [this.first(one), this.first(other)].sort((a, b) => this.#placeOf(a) - this.#placeOf(b));
    const [first, second] = [ends[0]!, ends[1]!];
    if (first === second || !this.#places.has(second)) return;
    const apart = [...(this.#apart.get(second) ?? [])];
    if (apart.some((id) => this.first(id) === first)) return;
    this.#leads.set(second, first);
    this.#keepApart(first, apart);
  }

  #keepApart(id: string, from: readonly string[]): void {
    if (from.length === 0) return;
    const apart = this.#apart.get(id) ?? new Set();
    for (const other of from) apart.add(other);
    this.#apart.set(id, apart);
  }

  #placeOf(id: string): number {
    return this.#places.get(id) ?? -1;
  }
}

function joinRows(
  decided: readonly DecidedRow[],
  {
    enterprises,
    owners,
    ownerOf,
    maker,
  }: {
    enterprises: Joined;
    owners: Joined;
    ownerOf: ReadonlyMap<string, string | null>;
    maker: ReadonlyMap<string, number>;
  },
): DecidedRow[] {
  const rowOf = new Map(
    decided.flatMap(({ kind, enterpriseId, rowNumber }) =>
      kind === 'matched' ? [[enterpriseId!, rowNumber]] : [],
    ),
  );
  const hasOwner = new Set<string>();
  return decided.map((row): DecidedRow => {
    if (row.kind !== 'new') return row;
    const enterpriseId = enterprises.first(row.enterpriseId!);
    const before = rowOf.get(enterpriseId);
    if (before !== undefined)
      return {
        ...row,
        kind: 'repeated',
        matchedBy: 'likeness',
        repeatsRow: before,
        enterpriseId: null,
        ownerId: null,
        makesOwner: false,
      };
    rowOf.set(enterpriseId, row.rowNumber);
    if (enterpriseId !== row.enterpriseId)
      return {
        ...row,
        kind: 'matched',
        matchedBy: 'likeness',
        enterpriseId,
        ownerId: ownerOf.get(enterpriseId) ?? null,
        makesOwner: false,
      };
    if (row.ownerId === null) return row;
    const ownerId = owners.first(row.ownerId);
    // The row that was to make the owner may have been joined with another: then the next one of that owner does.
    const makesOwner = maker.has(ownerId) && !hasOwner.has(ownerId);
    hasOwner.add(ownerId);
    return { ...row, ownerId, makesOwner };
  });
}

/**
 * What a person has still to look at: pairs with a row that comes in as new, each once and by the ids that stand. What
 * speaks against one of several stands for all of them, so that no later step joins them by itself.
 */
function pairsLeft(
  found: readonly LikelyPair[],
  {
    rows,
    enterprises,
    ownerNow,
  }: { rows: readonly DecidedRow[]; enterprises: Joined; ownerNow: (id: string) => string | null },
): LikelyPair[] {
  const news = new Set(rows.flatMap(({ kind, enterpriseId }) => (kind === 'new' ? [enterpriseId!] : [])));
  const left = new Map<string, LikelyPair>();
  for (const pair of found) {
    const ends = [enterprises.first(pair.one), enterprises.first(pair.other)].sort();
    const [one, other] = [ends[0]!, ends[1]!];
    if (one === other || !(news.has(one) || news.has(other))) continue;
    const owner = ownerNow(pair.one);
    if (pair.suggests === 'same_owner' && owner !== null && owner === ownerNow(pair.other)) continue;
    const known = left.get(`${one} ${other}`);
    const kept = known && isTold(known, pair) ? known : pair;
    left.set(`${one} ${other}`, { ...kept, one, other });
  }
  return [...left.values()];
}

/** Whether the first of two pairs is the one to look at: what speaks against itself, else the weightier. */
function isTold(one: LikelyPair, other: LikelyPair): boolean {
  const speaksAgainst = (pair: LikelyPair) => pair.conflict !== null;
  return speaksAgainst(one) === speaksAgainst(other) ? one.weight >= other.weight : speaksAgainst(one);
}

function countAlike(
  found: readonly LikelyPair[],
  place: ReadonlyMap<string, number>,
  isSure: (pair: LikelyPair) => boolean,
): Omit<AlikeCounts, 'joined'> {
  const alike = { register: new Set<string>(), list: new Set<string>(), owner: new Set<string>() };
  const sure = { register: new Set<string>(), list: new Set<string>() };
  for (const pair of found) {
    const rows = [pair.one, pair.other].filter((id) => place.has(id));
    const to = rows.length === 2 ? 'list' : 'register';
    for (const id of rows) {
      alike[pair.suggests === 'same' ? to : 'owner'].add(id);
      if (pair.suggests === 'same' && isSure(pair)) sure[to].add(id);
    }
  }
  const only = (ids: ReadonlySet<string>) => [...ids].filter((id) => !alike.register.has(id)).length;
  return {
    register: alike.register.size,
    registerSure: sure.register.size,
    list: only(alike.list),
    listSure: only(sure.list),
    owner: [...alike.owner].filter((id) => !alike.register.has(id) && !alike.list.has(id)).length,
  };
}
