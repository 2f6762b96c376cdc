import type { WithoutValue } from '../form.ts';

/** What was answered: a value as text (see `questionKinds`), or why there is none. */
export type Given = string | { readonly answer: WithoutValue };

/**
 * Answers by path: `owner_name`, within repeats `goods[2]/price`; groups do not stand in a path. A repeat's own path
 * holds how many there are. Answers of questions that are not asked at the moment stay while drafting.
 */
export type Answers = { readonly [path: string]: Given };

/** The value as text, '' when there is none. */
export function givenText(given: Given | undefined): string {
  return typeof given === 'string' ? given.trim() : '';
}
