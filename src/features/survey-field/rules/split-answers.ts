import { type Form, type FormItem, isPersonal, isQuestion } from '#questionnaire/form.ts';
import type { FormAnswers } from './wire.ts';

/** Names of a form, which are unique in it, whose answers may stand in the clear. */
export function openNames(form: Form): Set<string> {
  const open = new Set<string>();
  const walk = (items: readonly FormItem[]) => {
    for (const item of items) {
      if (isQuestion(item)) {
        if (!isPersonal(item)) open.add(item.name);
        continue;
      }
      // A repeat's own answer is how many there are.
      open.add(item.name);
      walk(item.items);
    }
  };
  walk(form.items);
  return open;
}

/** `goods[2]/price` → `price`: the question that a path answers. */
export const questionName = (path: string): string => path.replace(/^.*\//, '');

export type SplitAnswers = { open: FormAnswers; personal: FormAnswers };

/** Answers that may stand in the clear, and those that are sealed. What the form does not know is sealed as well. */
export function splitAnswers(open: ReadonlySet<string>, answers: FormAnswers): SplitAnswers {
  const split: SplitAnswers = { open: {}, personal: {} };
  for (const [path, answer] of Object.entries(answers))
    split[open.has(questionName(path)) ? 'open' : 'personal'][path] = answer;
  return split;
}
