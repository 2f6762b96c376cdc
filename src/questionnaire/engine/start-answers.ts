import type { Moment } from '../expression/functions.ts';
import { isQuestion } from '../form.ts';
import type { Answers, Given } from './answers.ts';
import type { OpenForm } from './open-form.ts';
import { runForm } from './run-form.ts';

/** Values of the register row, by preload name. */
export type RowValues = { readonly [preload: string]: string | null | undefined };

/**
 * The answers a form begins with: the row's value where the question asks for one, else its default, worked out
 * from what stands before it. Within repeats defaults show by themselves as repetitions are added.
 */
export function startAnswers(open: OpenForm, row: RowValues, moment: Moment): Answers {
  const answers: Record<string, Given> = {};
  for (const node of open.nodes) {
    const { item, repeats, expressions } = node;
    if (!isQuestion(item) || repeats.length > 0) continue;
    const preloaded = item.preload ? row[item.preload]?.trim() : undefined;
    if (preloaded) answers[item.name] = preloaded;
    else if (expressions.default)
      answers[item.name] = runForm(open, answers, moment).workOut(node, 'default', []);
    else if (item.default !== undefined) answers[item.name] = item.default;
  }
  return answers;
}
