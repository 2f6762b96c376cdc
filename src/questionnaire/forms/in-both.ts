import type { Choice, FormText } from '../form.ts';

/** A text in both languages. */
export function inBoth(id: string, en: string): FormText {
  return { id, en };
}

/** A choice: its code, and its words in both languages. */
export function choice(name: string, id: string, en: string, columns?: Choice['columns']): Choice {
  return columns ? { name, label: inBoth(id, en), columns } : { name, label: inBoth(id, en) };
}
