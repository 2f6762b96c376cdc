import type { PairMode } from '../blocking.ts';
import { clusterPairs } from '../clusters.ts';
import type { Comparer } from '../compare-pairs.ts';
import { type Drawer, linkRecords } from '../link-records.ts';
import { bitsOf } from '../model.ts';
import type { LinkageSettings } from '../settings.ts';
import type { Table } from '../table.ts';
import { chooseRules, type RuleCandidate, ruleCandidates, type SurePairs } from './choose-blocking.ts';
import { type Advisor, chooseComparisons } from './choose-comparisons.ts';

export type ChooseOptions = {
  mode: PairMode;
  seed?: number;
  /** Columns to leave out, such as the one that holds the id. */
  ignore?: readonly string[];
  advisor?: Advisor;
  signal?: AbortSignal;
  comparer?: Comparer;
  drawer?: Drawer;
};

/** Candidate pairs a record may cost; few records may cost more. */
const PAIRS_A_RECORD = 10;
const PAIRS_ANYHOW = 400_000;
const MOST_SURE = 60_000;
const MOST_OF_CLUSTER = 200;
const SURE = 0.9;
const ROUNDS = 2;

/** There is nothing in the table to compare by, or to block by. */
export class NothingToCompare extends Error {}

/**
 * Chooses comparisons from what the columns look like, and blocking rules from the data: linked first by cheap rules,
 * then by those that find the pairs thus found best, for their number of candidate pairs. Deterministic for a seed.
 * @throws NothingToCompare
 */
export async function chooseSettings(table: Table, options: ChooseOptions): Promise<LinkageSettings> {
  const seed = options.seed ?? 1;
  const { comparisons, keys } = chooseComparisons(table, {
    seed,
    ignore: options.ignore ?? [],
    ...(options.advisor ? { advisor: options.advisor } : {}),
  });
  if (comparisons.length === 0) throw new NothingToCompare('No column tells records apart.');
  const budget = Math.max(PAIRS_A_RECORD * table.count, Math.min(PAIRS_ANYHOW, 40 * table.count));
  const candidates = ruleCandidates(table, keys, { mode: options.mode, mostPairs: budget / 2 });
  if (candidates.length === 0)
    throw new NothingToCompare('No column, and no two together, cut the records into blocks.');
  const related = options.advisor?.relatedAmong(comparisons.map(({ name, column }) => name ?? column)) ?? [];
  let settings: LinkageSettings = {
    comparisons,
    ...(related.length > 0 ? { related } : {}),
    blocking: firstRules(candidates, budget / 2).map((on) => ({ on })),
    seed,
    samplePairs: 200_000,
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const { pairs, scale } = await linkRecords(table, settings, {
      mode: options.mode,
      keep: SURE,
      ...(options.signal ? { signal: options.signal } : {}),
      ...(options.comparer ? { comparer: options.comparer } : {}),
      ...(options.drawer ? { drawer: options.drawer } : {}),
    });
    const { of } = clusterPairs(table.count, pairs, { threshold: bitsOf(SURE), weightOf: scale.weightOf });
    const sure = pairsOf(of, table.leftCount, options.mode);
    if (sure.one.length < 20) break;
    settings = { ...settings, blocking: chooseRules(candidates, sure, budget).map((on) => ({ on })) };
  }
  const { samplePairs: _, ...chosen } = settings;
  return chosen;
}

/** The cheapest rules for a beginning, several for each key so that no column decides alone. */
function firstRules(candidates: readonly RuleCandidate[], budget: number): string[][] {
  const uses = new Map<string, number>();
  const rules: string[][] = [];
  let spent = 0;
  for (const { on, pairs } of [...candidates].sort((a, b) => a.pairs - b.pairs)) {
    const columns = on.map((key) => key.split('|')[0]!);
    if (spent + pairs > budget || rules.length === 24) break;
    if (columns.every((column) => (uses.get(column) ?? 0) >= 4)) continue;
    for (const column of columns) uses.set(column, (uses.get(column) ?? 0) + 1);
    rules.push(on);
    spent += pairs;
  }
  return rules;
}

/** Pairs within clusters: also those that no rule brought together. Of many, those of every so-manieth cluster. */
function pairsOf(of: Int32Array, leftCount: number, mode: PairMode): SurePairs {
  const members = new Map<number, number[]>();
  of.forEach((cluster, record) => {
    const own = members.get(cluster);
    if (own) own.push(record);
    else members.set(cluster, [record]);
  });
  const clusters = [...members.values()].filter((records) => records.length > 1);
  const total = clusters.reduce(
    (sum, { length }) => sum + Math.min(MOST_OF_CLUSTER, (length * (length - 1)) / 2),
    0,
  );
  const every = Math.max(1, Math.ceil(total / MOST_SURE));
  const one: number[] = [];
  const other: number[] = [];
  for (let at = 0; at < clusters.length; at += every) {
    const records = clusters[at]!;
    let taken = 0;
    for (let i = 0; i < records.length; i += 1)
      for (let j = i + 1; j < records.length && taken < MOST_OF_CLUSTER; j += 1) {
        if (mode === 'link' && records[i]! < leftCount === records[j]! < leftCount) continue;
        one.push(records[i]!);
        other.push(records[j]!);
        taken += 1;
      }
  }
  return { one: Int32Array.from(one), other: Int32Array.from(other), standsFor: every };
}
