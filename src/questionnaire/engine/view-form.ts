import type { FieldCode } from '#kernel/field-code.ts';
import type { Moment } from '../expression/functions.ts';
import { isQuestion, listOf, type Question, textIn, type WithoutValue } from '../form.ts';
import type { Answers, Given } from './answers.ts';
import { checkAnswer } from './check-answer.ts';
import { type FormNode, type Indexes, pathOf } from './form-node.ts';
import type { OpenForm } from './open-form.ts';
import { type FormRun, mostRepetitions, runForm } from './run-form.ts';

/** `blank`: required and missing; `constraint`: the form's own condition. `message`: the form's own words, if any. */
export type AnswerProblem = { readonly code: FieldCode | 'constraint'; readonly message?: string };

export type QuestionView = {
  readonly entry: 'question';
  readonly path: string;
  readonly question: Question;
  readonly label: string;
  readonly hint: string;
  readonly unit: string;
  /** As it was typed, also when it is wrong; '' when there is none. */
  readonly text: string;
  /** Why there is no value, when that was answered. */
  readonly state: WithoutValue | null;
  readonly states: readonly WithoutValue[];
  readonly choices: readonly { readonly name: string; readonly label: string }[];
  readonly isRequired: boolean;
  readonly isReadOnly: boolean;
  /** Of notes and read-only questions always true. */
  readonly isAnswered: boolean;
  readonly problem: AnswerProblem | null;
};

export type ViewEntry =
  | QuestionView
  /** The title of a group within a section; `appearance` as in XLSForm */
  | { readonly entry: 'heading'; readonly path: string; readonly label: string }
  /** One repetition begins */
  | {
      readonly entry: 'repetition';
      readonly path: string;
      readonly label: string;
      readonly position: number;
      readonly canRemove: boolean;
    }
  /** After the last repetition: here one more is added */
  | { readonly entry: 'add'; readonly path: string; readonly label: string; readonly count: number };

/** A page: a group or repeat of the form's first level, or the questions between them (`label` ''). */
export type SectionView = {
  readonly path: string;
  readonly label: string;
  readonly entries: readonly ViewEntry[];
};

export type FormView = {
  readonly sections: readonly SectionView[];
  /** Questions asked now, and how many of them are answered. */
  readonly asked: number;
  readonly answered: number;
  readonly problems: readonly (AnswerProblem & { readonly path: string })[];
};

/** What a person sees now. Empty sections are left out. */
export function viewForm(open: OpenForm, answers: Answers, moment: Moment): FormView {
  const run = runForm(open, answers, moment);
  const sections: { path: string; label: string; entries: ViewEntry[] }[] = [];
  let loose: ViewEntry[] | null = null;
  for (const node of open.top) {
    const entries: ViewEntry[] = [];
    addEntries(run, node, [], entries, true);
    if (entries.length === 0) continue;
    if (isQuestion(node.item) && loose) loose.push(...entries);
    else {
      const label = isQuestion(node.item) ? '' : run.fill(textIn(node.item.label, moment.language), node, []);
      sections.push({ path: node.item.name, label, entries });
      loose = isQuestion(node.item) ? entries : null;
    }
  }
  const questions = sections.flatMap((section) =>
    section.entries.filter((entry) => entry.entry === 'question'),
  );
  const toAnswer = questions.filter((view) => !view.isReadOnly && view.question.kind !== 'note');
  return {
    sections,
    asked: toAnswer.length,
    answered: toAnswer.filter((view) => view.isAnswered).length,
    problems: questions.flatMap(({ problem, path }) => (problem ? [{ ...problem, path }] : [])),
  };
}

function addEntries(run: FormRun, node: FormNode, indexes: Indexes, to: ViewEntry[], isTop: boolean): void {
  const { item } = node;
  if (item.kind === 'calculate' || !run.isRelevant(node, indexes)) return;
  const path = pathOf(node, indexes);
  if (isQuestion(item)) {
    to.push(viewQuestion(run, node, indexes));
    return;
  }
  const label = run.fill(textIn(item.label, run.moment.language), node, indexes);
  if (item.kind === 'group') {
    const inner: ViewEntry[] = [];
    for (const child of node.children) addEntries(run, child, indexes, inner, false);
    if (inner.length > 0 && label !== '' && !isTop) to.push({ entry: 'heading', path, label });
    to.push(...inner);
    return;
  }
  const count = run.repetitionsOf(node, indexes);
  const isFree = item.count === undefined;
  for (let position = 1; position <= count; position++) {
    to.push({ entry: 'repetition', path: `${path}[${position}]`, label, position, canRemove: isFree });
    for (const child of node.children) addEntries(run, child, [...indexes, position], to, false);
  }
  if (isFree && count < mostRepetitions) to.push({ entry: 'add', path, label, count });
}

function viewQuestion(run: FormRun, node: FormNode, indexes: Indexes): QuestionView {
  const question = node.item as Question;
  const { language } = run.moment;
  const path = pathOf(node, indexes);
  const given: Given | undefined = run.answers[path];
  const states = question.states ?? [];
  const state = typeof given === 'object' && states.includes(given.answer) ? given.answer : null;
  const text = run.textOf(node, indexes);
  // What is being typed keeps its last space; it is taken off when the form is handed in.
  const isTyped = typeof given === 'string' && !question.list && !question.calculation;
  const isRequired =
    question.required === true || (question.required !== undefined && run.holds(node, 'required', indexes));
  const isReadOnly = question.readOnly === true || question.calculation !== undefined;
  const filled = (form: Question['label']) => run.fill(textIn(form, language), node, indexes);
  return {
    entry: 'question',
    path,
    question,
    label: filled(question.label),
    hint: filled(question.hint),
    unit: textIn(question.unit, language),
    text: isTyped ? given : text,
    state,
    states,
    choices: question.list
      ? run.choicesOf(node, indexes).map(({ name, label }) => ({ name, label: textIn(label, language) }))
      : [],
    isRequired,
    isReadOnly,
    isAnswered: isReadOnly || question.kind === 'note' || state !== null || text !== '',
    problem: problemOf(run, node, indexes, { text, state, isRequired }),
  };
}

function problemOf(
  run: FormRun,
  node: FormNode,
  indexes: Indexes,
  given: { text: string; state: WithoutValue | null; isRequired: boolean },
): AnswerProblem | null {
  const question = node.item as Question;
  const said = (code: AnswerProblem['code'], message: Question['label']): AnswerProblem => {
    const words = run.fill(textIn(message, run.moment.language), node, indexes);
    return words === '' ? { code } : { code, message: words };
  };
  if (given.state !== null || question.kind === 'note') return null;
  if (given.text === '') {
    const raw = run.answers[pathOf(node, indexes)];
    if (isNoChoiceAtAll(run, question, raw)) return { code: 'not_a_choice' };
    return given.isRequired ? said('blank', question.requiredMessage) : null;
  }
  const code = checkAnswer(question, given.text);
  if (code) return { code };
  if (!question.constraint || run.holds(node, 'constraint', indexes)) return null;
  return said('constraint', question.constraintMessage);
}

/** A code that its list has never had, or a state that is not offered: not a choice taken back, but a wrong one. */
function isNoChoiceAtAll(run: FormRun, question: Question, given: Given | undefined): boolean {
  if (typeof given === 'object') return true;
  if (!question.list || !given) return false;
  const list = listOf(run.open.form, question.list);
  return !given.split(/\s+/).some((code) => code === '' || list.some(({ name }) => name === code));
}
