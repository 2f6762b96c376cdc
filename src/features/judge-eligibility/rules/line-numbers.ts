import { unpackAnswers } from './pack-answers.ts';
import { type Code, NO, UNKNOWN, YES } from './three-valued.ts';

export type AnswerPattern = { standing: number; step: number | null; answers: Uint8Array; count: number };
export type Numbers = { yes: number; no: number; unknown: number; onlyThis: number; onlyUnknown: number };

/** From how many answer alike: how many stand where, and what each of so many lines is answered. */
export function lineNumbers(
  patterns: readonly AnswerPattern[],
  lines: number,
): { standings: [number, number, number, number]; total: number; lines: Numbers[] } {
  const standings: [number, number, number, number] = [0, 0, 0, 0];
  const numbers = Array.from({ length: lines }, () => ({
    yes: 0,
    no: 0,
    unknown: 0,
    onlyThis: 0,
    onlyUnknown: 0,
  }));
  const names: Record<Code, 'yes' | 'no' | 'unknown'> = { [NO]: 'no', [YES]: 'yes', [UNKNOWN]: 'unknown' };
  for (const { standing, step, answers, count } of patterns) {
    standings[standing as 0 | 1 | 2 | 3] += count;
    for (const [at, code] of unpackAnswers(answers, lines).entries()) numbers[at]![names[code]] += count;
    const alone = step === null ? undefined : numbers[step];
    if (alone) alone[standing === 1 ? 'onlyThis' : 'onlyUnknown'] += count;
  }
  return { standings, total: standings.reduce((sum, count) => sum + count, 0), lines: numbers };
}
