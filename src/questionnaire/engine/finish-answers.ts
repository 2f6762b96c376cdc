import type { Moment } from '../expression/functions.ts';
import { isPersonal, isQuestion, type Question } from '../form.ts';
import type { Answers, Given } from './answers.ts';
import { storedForm } from './check-answer.ts';
import { type FormNode, type Indexes, pathOf } from './form-node.ts';
import type { OpenForm } from './open-form.ts';
import { type FormRun, runForm } from './run-form.ts';
import { type FormView, viewForm } from './view-form.ts';

export type Finished = {
  /** Answers of questions that were asked, and computed ones; identifiers as bare digits. */
  readonly answers: Answers;
  /** Empty when nothing is missing or wrong. */
  readonly problems: FormView['problems'];
};

/** What remains when a form is handed in. Phone and server do the same, so that both come to the same. */
export function finishAnswers(open: OpenForm, answers: Answers, moment: Moment): Finished {
  const run = runForm(open, answers, moment);
  const kept: Record<string, Given> = {};
  for (const node of open.top) keep(run, node, [], kept);
  return { answers: kept, problems: viewForm(open, answers, moment).problems };
}

function keep(run: FormRun, node: FormNode, indexes: Indexes, kept: Record<string, Given>): void {
  const { item } = node;
  if (item.kind === 'note' || !run.isRelevant(node, indexes)) return;
  const path = pathOf(node, indexes);
  if (isQuestion(item)) {
    const given = stated(item, run.answers[path]) ?? storedForm(item, run.textOf(node, indexes));
    if (given !== '') kept[path] = given;
  } else if (item.kind === 'group') {
    for (const child of node.children) keep(run, child, indexes, kept);
  } else {
    const count = run.repetitionsOf(node, indexes);
    kept[path] = String(count);
    for (let position = 1; position <= count; position++)
      for (const child of node.children) keep(run, child, [...indexes, position], kept);
  }
}

function stated(question: Question, given: Given | undefined): Given | null {
  return typeof given === 'object' && question.states?.includes(given.answer) ? given : null;
}

/** The question, group or repeat whose answer stands at a path; undefined when the form has none such. */
export function nodeAt(open: OpenForm, path: string): FormNode | undefined {
  return open.byName.get(path.slice(path.lastIndexOf('/') + 1));
}

/** Personal answers apart from the others; what the form does not know counts as personal. */
export function splitPersonal(open: OpenForm, answers: Answers): { personal: Answers; others: Answers } {
  const personal: Record<string, Given> = {};
  const others: Record<string, Given> = {};
  for (const [path, given] of Object.entries(answers)) {
    const item = nodeAt(open, path)?.item;
    (!item || (isQuestion(item) && isPersonal(item)) ? personal : others)[path] = given;
  }
  return { personal, others };
}
