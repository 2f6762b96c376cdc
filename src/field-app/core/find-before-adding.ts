import type { WorkRow } from '#features/survey-field/rules/wire.ts';
import { editDistance, letterSet, mayBeWithin } from '#kernel/naming/edit-distance.ts';
import { searchKey } from '#kernel/naming/search-key.ts';

export type Found<Row = WorkRow> = {
  row: Row;
  /** 0 to 1: how much of what was typed was found, and how surely. */
  score: number;
};
export type FindRows = (typed: string) => Found[];

const mostFound = 30;
/** Of several words at least so much must be found: one common word is not enough. */
const leastScore = 0.45;

type Word = { text: string; letters: number; rows: Set<number> };

/**
 * "Cari dulu sebelum menambah": name, owner, address, and the masked ends of NIK and phone number, by the folding of the
 * register's own search. Words may be half typed, misspelt, and in any order. 2,000 rows are indexed in some tens of
 * milliseconds, once; a search takes a few.
 */
export function indexRows(rows: readonly WorkRow[]): FindRows {
  const words = new Map<string, Word>();
  const add = (text: string | null | undefined, row: number) => {
    for (const word of text ? searchKey(text).split(' ') : []) {
      const known = words.get(word);
      if (known) known.rows.add(row);
      else if (word) words.set(word, { text: word, letters: letterSet(word), rows: new Set([row]) });
    }
  };
  rows.forEach((row, at) => {
    add(row.name, at);
    add(row.owner, at);
    add(row.address, at);
    add(row.nikEnds, at);
    add(row.phoneHint?.replace(/\D+/g, ' ').trim(), at);
  });
  const all = [...words.values()];

  return (typed) => {
    const asked = searchKey(typed).split(' ').filter(Boolean);
    if (asked.length === 0) return [];
    const weights = asked.map((word) => Math.min(word.length, 8));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const scores = new Map<number, number>();
    asked.forEach((word, at) => {
      for (const [row, likeness] of bestPerRow(word, all))
        scores.set(row, (scores.get(row) ?? 0) + likeness * (weights[at]! / whole));
    });
    return [...scores]
      .filter(([, score]) => score >= leastScore)
      .sort((a, b) => b[1] - a[1] || (rows[a[0]]!.name < rows[b[0]]!.name ? -1 : 1))
      .slice(0, mostFound)
      .map(([row, score]) => ({ row: rows[row]!, score }));
  };
}

function bestPerRow(asked: string, all: readonly Word[]): Map<number, number> {
  const best = new Map<number, number>();
  const letters = letterSet(asked);
  for (const word of all) {
    const likeness = likenessOf(asked, letters, word);
    if (likeness === 0) continue;
    for (const row of word.rows) if ((best.get(row) ?? 0) < likeness) best.set(row, likeness);
  }
  return best;
}

/** The same word 1, its beginning 0.9, one or two slips of the pen 0.8 and 0.65; digits are not guessed. */
function likenessOf(asked: string, letters: number, { text, letters: its }: Word): number {
  if (asked === text) return 1;
  if (asked.length >= 2 && text.startsWith(asked)) return 0.9;
  const slips = /\d/.test(asked) || asked.length < 4 ? 0 : asked.length < 7 ? 1 : 2;
  if (slips === 0 || Math.abs(asked.length - text.length) > slips || !mayBeWithin(letters, its, slips))
    return 0;
  const distance = editDistance(asked, text, slips);
  return distance > slips ? 0 : distance === 1 ? 0.8 : 0.65;
}
