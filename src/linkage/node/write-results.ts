import { closeSync, openSync, writeSync } from 'node:fs';
import type { PairMode } from '../blocking.ts';
import type { WeighedPairs } from '../link-records.ts';
import { bitsOf, probabilityOf } from '../model.ts';
import { PlainRefusal } from './plain-refusal.ts';
import type { RecordIds } from './record-ids.ts';

const AT_A_TIME = 1 << 18;

/** `left,right,weight,probability` of the pairs at or above a probability; the weight in bits. */
export function writePairs(path: string, pairs: WeighedPairs, ids: RecordIds, keep: number): number {
  const least = bitsOf(keep);
  function* rows() {
    for (let at = 0; at < pairs.one.length; at += 1)
      if (pairs.weight[at]! >= least) yield pairRow(ids, pairs.one[at]!, pairs.other[at]!, pairs.weight[at]!);
  }
  return writeCsv(path, 'left,right,weight,probability', rows());
}

/** Pairs that would join clusters which do not look like one: for a person to see. */
export function writeHeld(
  path: string,
  held: readonly { one: number; other: number; weight: number }[],
  ids: RecordIds,
): number {
  return writeCsv(
    path,
    'left,right,weight,probability',
    held.map(({ one, other, weight }) => pairRow(ids, one, other, weight)),
  );
}

/** `id,cluster` of every record, with `side` where there are two; clusters are numbered as they come. */
export function writeClusters(path: string, of: Int32Array, ids: RecordIds, mode: PairMode): number {
  const numbers = new Map<number, number>();
  function* rows() {
    for (let record = 0; record < of.length; record += 1) {
      const root = of[record]!;
      if (!numbers.has(root)) numbers.set(root, numbers.size + 1);
      const side = mode === 'dedupe' ? '' : `,${ids.sideOf(record)}`;
      yield `${quoted(ids.idOf(record))},${numbers.get(root)}${side}`;
    }
  }
  return writeCsv(path, mode === 'dedupe' ? 'id,cluster' : 'id,cluster,side', rows());
}

function pairRow(ids: RecordIds, one: number, other: number, weight: number): string {
  const [left, right] = [quoted(ids.idOf(one)), quoted(ids.idOf(other))];
  return `${left},${right},${weight.toFixed(4)},${Number(probabilityOf(weight).toPrecision(6))}`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function writeCsv(path: string, head: string, rows: Iterable<string>): number {
  let count = 0;
  try {
    const file = openSync(path, 'w');
    try {
      let text = `${head}\n`;
      for (const row of rows) {
        text += `${row}\n`;
        count += 1;
        if (text.length < AT_A_TIME) continue;
        writeSync(file, text);
        text = '';
      }
      writeSync(file, text);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw unwritable(path, error);
  }
  return count;
}

/** @throws PlainRefusal where the place cannot be written to */
export function checkWritable(path: string): void {
  try {
    closeSync(openSync(path, 'a'));
  } catch (error) {
    throw unwritable(path, error);
  }
}

function unwritable(path: string, error: unknown): PlainRefusal {
  const reason = error instanceof Error ? error.message : String(error);
  return new PlainRefusal(`${path} tidak bisa ditulis. / ${path} cannot be written: ${reason}`);
}
