import type { Answer } from './conditions.ts';

/** An answer as it is packed: 0 no, 1 yes, 2 unknown. */
export type Code = 0 | 1 | 2;
export const NO = 0;
export const YES = 1;
export const UNKNOWN = 2;

const names: readonly Answer[] = ['no', 'yes', 'unknown'];
export const answerOf = (code: Code): Answer => names[code]!;

/** What has been read of one enterprise. */
export type Asked<Subject> = (subject: Subject) => Code;

const opposite: readonly Code[] = [YES, NO, UNKNOWN];

/** Strong Kleene logic (S. C. Kleene, Introduction to Metamathematics, 1952, §64): a no settles `all`, whatever is unknown. */
export function allOf<Subject>(parts: readonly Asked<Subject>[]): Asked<Subject> {
  if (parts.length === 1) return parts[0]!;
  return (subject) => {
    let answer: Code = YES;
    for (let at = 0; at < parts.length; at++) {
      const code = parts[at]!(subject);
      if (code === NO) return NO;
      if (code === UNKNOWN) answer = UNKNOWN;
    }
    return answer;
  };
}

/** A yes settles `any`. */
export function anyOf<Subject>(parts: readonly Asked<Subject>[]): Asked<Subject> {
  if (parts.length === 1) return parts[0]!;
  return (subject) => {
    let answer: Code = NO;
    for (let at = 0; at < parts.length; at++) {
      const code = parts[at]!(subject);
      if (code === YES) return YES;
      if (code === UNKNOWN) answer = UNKNOWN;
    }
    return answer;
  };
}

export const notOf =
  <Subject>(part: Asked<Subject>): Asked<Subject> =>
  (subject) =>
    opposite[part(subject)]!;

/** Yes with enough yeses, no where even every unknown would not be enough. */
export function atLeastOf<Subject>(count: number, parts: readonly Asked<Subject>[]): Asked<Subject> {
  return (subject) => {
    let yes = 0;
    let possible = parts.length;
    for (let at = 0; at < parts.length; at++) {
      const code = parts[at]!(subject);
      if (code === YES) yes++;
      else if (code === NO) possible--;
      if (yes >= count) return YES;
      if (possible < count) return NO;
    }
    // With `count` 0 or none to ask the loop has said nothing.
    return yes >= count ? YES : possible < count ? NO : UNKNOWN;
  };
}
