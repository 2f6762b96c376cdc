import { NONE } from './column.ts';

/** Groups of records: per record the number of its group, or -1; and how many groups there are. */
export type Groups = { readonly of: Int32Array; readonly count: number };

/** Numbers the pairs of values that occur together; a record that lacks either is in no group. */
export function groupTogether(one: Groups, other: Groups): Groups {
  const length = one.of.length;
  let size = 16;
  while (size < length * 2) size *= 2;
  const slots = new Int32Array(size).fill(NONE);
  const firsts = new Int32Array(length);
  const seconds = new Int32Array(length);
  const of = new Int32Array(length);
  let count = 0;
  for (let record = 0; record < length; record += 1) {
    const a = one.of[record]!;
    const b = other.of[record]!;
    if (a === NONE || b === NONE) {
      of[record] = NONE;
      continue;
    }
    let slot = (Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b) >>> 7) & (size - 1);
    for (;;) {
      const group = slots[slot]!;
      if (group === NONE) {
        slots[slot] = count;
        firsts[count] = a;
        seconds[count] = b;
        of[record] = count;
        count += 1;
        break;
      }
      if (firsts[group] === a && seconds[group] === b) {
        of[record] = group;
        break;
      }
      slot = (slot + 1) & (size - 1);
    }
  }
  return { of, count };
}
