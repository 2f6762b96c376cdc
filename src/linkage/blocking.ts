import { type Column, distinctCount, NONE, sharedInt32, valueOfCode } from './column.ts';
import { type Groups, groupTogether } from './group-codes.ts';
import type { BlockingRule } from './settings.ts';
import type { Table } from './table.ts';

/**
 * The blocks of one rule: records that agree on all its terms. A term `name|words` puts a record into a block for each
 * of its words.
 */
export type Blocks = {
  readonly rule: string;
  /** Records, block after block; within a block in order, so those of the left side come first. */
  readonly members: Int32Array;
  /** Where each block begins in `members`; one more at the end. */
  readonly starts: Int32Array;
  /** With one block per record at most: that block, or -1. */
  readonly blockOf: Int32Array | null;
  /** With several: where a record's blocks begin in `blocksOf`, ascending. */
  readonly firstOf: Int32Array | null;
  readonly blocksOf: Int32Array | null;
};

export type BlockingReport = {
  rule: string;
  pairs: number;
  largest: number;
  /** Records in blocks that were too large and split by further columns. */
  tightened: number;
  /** Records of blocks that stayed too large: their pairs by this rule are given up. */
  givenUp: number;
};

const WORDS = '|words';

export function buildBlocks(
  table: Table,
  rule: BlockingRule,
  options: { limit: number; tighten: readonly string[]; mode: PairMode },
): { blocks: Blocks; report: BlockingReport } {
  const name = rule.on.join(' + ');
  const entries = entriesOf(table, rule.on);
  let groups = entries.groups;
  const report: BlockingReport = { rule: name, pairs: 0, largest: 0, tightened: 0, givenUp: 0 };
  for (const term of rule.tighten ?? options.tighten) {
    const sizes = sizesOf(groups);
    if (!sizes.some((size) => size > options.limit)) break;
    const finer = withNothing(columnEntries(table.column(term), entries.records));
    groups = split(groups, finer, sizes, options.limit, report);
  }
  const sizes = sizesOf(groups);
  const of = groups.of;
  for (let at = 0; at < of.length; at += 1) {
    if (of[at] !== NONE && sizes[of[at]!]! > options.limit) {
      of[at] = NONE;
      report.givenUp += 1;
    }
  }
  const blocks = layOut(name, table.count, entries.records, groups);
  for (let block = 0; block + 1 < blocks.starts.length; block += 1) {
    const size = blocks.starts[block + 1]! - blocks.starts[block]!;
    if (size > report.largest) report.largest = size;
    report.pairs += pairsInBlock(blocks, block, table.leftCount, options.mode);
  }
  return { blocks, report };
}

/** Which pairs count: within one list, between two, both, or those with at least one record of the left side. */
export type PairMode = 'dedupe' | 'link' | 'both' | 'join';

export function pairsInBlock(blocks: Blocks, block: number, leftCount: number, mode: PairMode): number {
  const size = blocks.starts[block + 1]! - blocks.starts[block]!;
  if (mode === 'dedupe' || mode === 'both') return (size * (size - 1)) / 2;
  const left = leftMembers(blocks, block, leftCount);
  return left * (size - left) + (mode === 'join' ? (left * (left - 1)) / 2 : 0);
}

/** How many members of a block are of the left side. */
export function leftMembers(blocks: Blocks, block: number, leftCount: number): number {
  const start = blocks.starts[block]!;
  let low = start;
  let high = blocks.starts[block + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks.members[middle]! < leftCount) low = middle + 1;
    else high = middle;
  }
  return low - start;
}

type Entries = { records: Int32Array | null; groups: Groups };

function entriesOf(table: Table, terms: readonly string[]): Entries {
  const several = terms.find((term) => term.endsWith(WORDS));
  if (!several) {
    const groups = terms
      .map((term): Groups => {
        const column = table.column(term);
        return { of: column.codes, count: distinctCount(column) };
      })
      .reduce(groupTogether);
    return { records: null, groups: { of: Int32Array.from(groups.of), count: groups.count } };
  }
  const { records, groups } = wordEntries(table.column(several.slice(0, -WORDS.length)));
  const others = terms.filter((term) => term !== several);
  const all = others.reduce<Groups>(
    (so, term) => groupTogether(so, columnEntries(table.column(term), records)),
    groups,
  );
  return { records, groups: all };
}

function columnEntries(column: Column, records: Int32Array | null): Groups {
  if (!records) return { of: column.codes, count: distinctCount(column) };
  return { of: records.map((record) => column.codes[record]!), count: distinctCount(column) };
}

/** Nothing as a value of its own. */
function withNothing(groups: Groups): Groups {
  return { of: groups.of.map((code) => code + 1), count: groups.count + 1 };
}

/** One entry for each distinct word of each record. */
function wordEntries(column: Column): { records: Int32Array; groups: Groups } {
  const numbers = new Map<string, number>();
  const wordsOf: number[][] = [];
  for (let code = 0; code < distinctCount(column); code += 1) {
    const words = new Set<number>();
    for (const word of valueOfCode(column, code).split(' ')) {
      if (word.length < 2) continue;
      let number = numbers.get(word);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(word, number);
      }
      words.add(number);
    }
    wordsOf.push([...words]);
  }
  let total = 0;
  for (const code of column.codes) if (code !== NONE) total += wordsOf[code]!.length;
  const records = new Int32Array(total);
  const of = new Int32Array(total);
  let at = 0;
  column.codes.forEach((code, record) => {
    if (code === NONE) return;
    for (const word of wordsOf[code]!) {
      records[at] = record;
      of[at] = word;
      at += 1;
    }
  });
  return { records, groups: { of, count: numbers.size } };
}

function sizesOf(groups: Groups): Int32Array {
  const sizes = new Int32Array(groups.count);
  for (const group of groups.of) if (group !== NONE) sizes[group]! += 1;
  return sizes;
}

/** Splits the groups that are too large, and only those. */
function split(
  groups: Groups,
  finer: Groups,
  sizes: Int32Array,
  limit: number,
  report: BlockingReport,
): Groups {
  const isLarge = (at: number) => groups.of[at] !== NONE && sizes[groups.of[at]!]! > limit;
  const large = groupTogether(
    { of: groups.of.map((group, at) => (isLarge(at) ? group : NONE)), count: groups.count },
    finer,
  );
  const of = groups.of.map((group, at) => (isLarge(at) ? groups.count + large.of[at]! : group));
  if (report.tightened === 0)
    for (let at = 0; at < of.length; at += 1) if (isLarge(at)) report.tightened += 1;
  return { of, count: groups.count + large.count };
}

function layOut(rule: string, count: number, records: Int32Array | null, groups: Groups): Blocks {
  const sizes = sizesOf(groups);
  // Blocks of one record make no pair.
  const numbers = new Int32Array(groups.count).fill(NONE);
  let blocks = 0;
  let kept = 0;
  sizes.forEach((size, group) => {
    if (size < 2) return;
    numbers[group] = blocks;
    blocks += 1;
    kept += size;
  });
  const starts = sharedInt32(blocks + 1);
  sizes.forEach((size, group) => {
    if (numbers[group] !== NONE) starts[numbers[group]! + 1] = size;
  });
  for (let block = 0; block < blocks; block += 1) starts[block + 1]! += starts[block]!;
  const members = sharedInt32(kept);
  const next = starts.slice(0, blocks);
  const blockOf = sharedInt32(groups.of.length);
  for (let at = 0; at < groups.of.length; at += 1) {
    const group = groups.of[at]!;
    const block = group === NONE ? NONE : numbers[group]!;
    blockOf[at] = block;
    if (block === NONE) continue;
    members[next[block]!] = records ? records[at]! : at;
    next[block]! += 1;
  }
  if (!records) return { rule, members, starts, blockOf, firstOf: null, blocksOf: null };
  const firstOf = sharedInt32(count + 1);
  for (let at = 0; at < records.length; at += 1) if (blockOf[at] !== NONE) firstOf[records[at]! + 1]! += 1;
  for (let record = 0; record < count; record += 1) firstOf[record + 1]! += firstOf[record]!;
  const blocksOf = sharedInt32(kept);
  const place = firstOf.slice(0, count);
  for (let block = 0; block < blocks; block += 1) {
    for (let at = starts[block]!; at < starts[block + 1]!; at += 1) {
      const record = members[at]!;
      blocksOf[place[record]!] = block;
      place[record]! += 1;
    }
  }
  return { rule, members, starts, blockOf: null, firstOf, blocksOf };
}
