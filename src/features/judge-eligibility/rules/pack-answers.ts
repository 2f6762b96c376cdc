import { type Code, NO, UNKNOWN } from './three-valued.ts';

/** 0 meets all, 1 one step away, 2 further away, 3 not known yet. The order in which people want to see them. */
export const standings = ['eligible', 'one_step', 'not_eligible', 'unknown'] as const;

export type Judged = {
  standing: 0 | 1 | 2 | 3;
  /**
   * One step away: the line that is not met, counted from 0. Not known: the line to be asked about, where it is the only
   * one. Else null.
   */
  step: number | null;
  /** Two bits a line, the first line lowest: 0 no, 1 yes, 2 unknown. */
  answers: Buffer;
};

/**
 * Answers of all lines, packed, and where the enterprise stands. One no beside something unknown is further than one step
 * away: whoever takes the step may still not meet the rest.
 */
export function packAnswers(codes: readonly Code[]): Judged {
  const answers = Buffer.alloc((codes.length + 3) >> 2);
  let noes = 0;
  let unknowns = 0;
  let firstNo = 0;
  let firstUnknown = 0;
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at]!;
    answers[at >> 2]! |= code << ((at & 3) * 2);
    if (code === NO && noes++ === 0) firstNo = at;
    if (code === UNKNOWN && unknowns++ === 0) firstUnknown = at;
  }
  if (noes === 0 && unknowns === 0) return { standing: 0, step: null, answers };
  if (noes === 0) return { standing: 3, step: unknowns === 1 ? firstUnknown : null, answers };
  if (noes === 1 && unknowns === 0) return { standing: 1, step: firstNo, answers };
  return { standing: 2, step: null, answers };
}

/** Lines whose answers fit into one whole number, two bits each. */
const MOST_IN_NUMBER = 26;

/**
 * As packAnswers, for many enterprises: few of all possible answers occur, and each is made once. What it returns is shared
 * and must not be changed.
 */
export function answerPacker(lines: number): (codes: readonly Code[]) => Judged {
  if (lines > MOST_IN_NUMBER) return packAnswers;
  const known = new Map<number, Judged>();
  return (codes) => {
    let key = 0;
    for (let at = 0; at < lines; at++) key = key * 4 + codes[at]!;
    let judged = known.get(key);
    if (!judged) {
      judged = packAnswers(codes);
      known.set(key, judged);
    }
    return judged;
  };
}

/** The answers of the first `count` lines. */
export function unpackAnswers(answers: Uint8Array, count: number): Code[] {
  return Array.from({ length: count }, (_, at) => (((answers[at >> 2] ?? 0) >> ((at & 3) * 2)) & 3) as Code);
}
