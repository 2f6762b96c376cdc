import type { PairMode } from '../blocking.ts';
import { PlainRefusal } from './plain-refusal.ts';
import { openCsv, readCsvRows } from './read-csv.ts';
import type { RecordIds, Side } from './record-ids.ts';
import { setsOfPairs, type Truth, truthOfPairs, truthOfSets } from './truth.ts';

/** Two records somebody has judged. */
export type Judgement = { one: number; other: number; isMatch: boolean };

/**
 * Reads what is true: `id,cluster` (between two files with `side`, or else an id counts on both sides), or
 * `left,right`. Within one file pairs are closed: whom the same record is one with, is one. Between two, the pairs are
 * as they stand.
 * @throws PlainRefusal where the columns are others or no id is known
 */
export async function readTruth(
  path: string,
  ids: RecordIds,
  mode: PairMode,
): Promise<{ truth: Truth; unknown: number }> {
  const head = await openCsv(path);
  if (head.names.includes('left') && head.names.includes('right')) {
    const { judgements, unknown } = await readJudgements(path, ids, mode);
    const pairs = judgements.map(({ one, other }) => [one, other] as const);
    const truth =
      mode === 'link'
        ? truthOfPairs(pairs, ids.count)
        : truthOfSets(setsOfPairs(pairs, ids.count), ids, false);
    return { truth, unknown };
  }
  const at = placesOf(head.names, ['id', 'cluster'], path, 'id,cluster (atau / or left,right)');
  const sidePlace = head.names.indexOf('side');
  const of = new Int32Array(ids.count).fill(-1);
  const numbers = new Map<string, number>();
  let unknown = 0;
  await readCsvRows(head, (row) => {
    const set = row[at.cluster!]?.trim() ?? '';
    if (set === '') return;
    if (!numbers.has(set)) numbers.set(set, numbers.size);
    let isKnown = false;
    for (const side of sidesOf(row[sidePlace]?.trim(), mode)) {
      const record = ids.recordOf(row[at.id!] ?? '', side);
      if (record === undefined) continue;
      of[record] = numbers.get(set)!;
      isKnown = true;
    }
    if (!isKnown) unknown += 1;
  });
  if (!of.some((set) => set >= 0)) throw noneKnown(path);
  return { truth: truthOfSets(of, ids, mode === 'link'), unknown };
}

/**
 * Reads `left,right` and, where it is there, `match`: judged pairs. Between two files `left` is of the left one,
 * `right` of the right one.
 * @throws PlainRefusal
 */
export async function readJudgements(
  path: string,
  ids: RecordIds,
  mode: PairMode,
): Promise<{ judgements: Judgement[]; unknown: number }> {
  const head = await openCsv(path);
  const at = placesOf(head.names, ['left', 'right'], path, 'left,right');
  const matchPlace = head.names.indexOf('match');
  const judgements: Judgement[] = [];
  let unknown = 0;
  await readCsvRows(head, (row, number) => {
    const one = ids.recordOf(row[at.left!] ?? '', 'left');
    const other = ids.recordOf(row[at.right!] ?? '', mode === 'dedupe' ? 'left' : 'right');
    if (one === undefined || other === undefined || one === other) {
      unknown += 1;
      return;
    }
    const isMatch = matchPlace < 0 || yesOrNo(row[matchPlace] ?? '', `${path}, baris / row ${number + 1}`);
    judgements.push({ one: Math.min(one, other), other: Math.max(one, other), isMatch });
  });
  if (judgements.length === 0) throw noneKnown(path);
  return { judgements, unknown };
}

const YES = ['1', 'true', 'yes', 'y', 'ya', 'match'];
const NO = ['0', 'false', 'no', 'n', 'tidak', 'non-match'];

function yesOrNo(value: string, where: string): boolean {
  const word = value.trim().toLowerCase();
  if (YES.includes(word)) return true;
  if (NO.includes(word)) return false;
  throw new PlainRefusal(`match = "${value}" tidak dikenal: ${where}. / is neither 1 nor 0: ${where}.`);
}

function sidesOf(side: string | undefined, mode: PairMode): Side[] {
  if (mode === 'dedupe') return ['left'];
  return side === 'left' || side === 'right' ? [side] : ['left', 'right'];
}

function placesOf(
  names: readonly string[],
  wanted: readonly string[],
  path: string,
  shown: string,
): Record<string, number> {
  if (wanted.every((name) => names.includes(name)))
    return Object.fromEntries(wanted.map((name) => [name, names.indexOf(name)]));
  throw new PlainRefusal(
    `${path}: diperlukan kolom / needs the columns ${shown}; ada / there are: ${names.join(', ')}.`,
  );
}

function noneKnown(path: string): PlainRefusal {
  return new PlainRefusal(
    `${path}: tak satu pun id-nya ada di daftar. / None of its ids is in the list that is linked.`,
  );
}
