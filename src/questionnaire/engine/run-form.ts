import { evaluate, type Scope } from '../expression/evaluate.ts';
import type { Moment } from '../expression/functions.ts';
import { selectedCodes, toBoolean, toNumber, toText, type Value } from '../expression/values.ts';
import { type Choice, isQuestion, listOf, type Question, textIn } from '../form.ts';
import { type Answers, givenText } from './answers.ts';
import { type FormNode, type Indexes, pathOf, referenceInText } from './form-node.ts';
import type { ExpressionProperty } from './form-problem.ts';
import type { OpenForm } from './open-form.ts';

/** More repetitions than this is a slip of the finger. */
export const mostRepetitions = 100;

/** What holds at the moment; each thing is worked out when it is first asked for, and once. */
export type FormRun = {
  readonly open: OpenForm;
  readonly answers: Answers;
  readonly moment: Moment;
  readonly isRelevant: (node: FormNode, indexes: Indexes) => boolean;
  /** The answer that counts as text: '' when not asked, not given, or no longer among the choices. */
  readonly textOf: (node: FormNode, indexes: Indexes) => string;
  readonly choicesOf: (node: FormNode, indexes: Indexes) => readonly Choice[];
  readonly repetitionsOf: (node: FormNode, indexes: Indexes) => number;
  readonly holds: (node: FormNode, property: ExpressionProperty, indexes: Indexes) => boolean;
  /** What an expression of the item comes to, as text. */
  readonly workOut: (node: FormNode, property: ExpressionProperty, indexes: Indexes) => string;
  /** A text of the form with `${name}` replaced by answers. */
  readonly fill: (text: string, node: FormNode, indexes: Indexes) => string;
};

const numericKinds = new Set(['integer', 'decimal', 'money']);

/** Sets answers against a form. Everything is worked out anew: 80 questions take well below a millisecond. */
export function runForm(open: OpenForm, answers: Answers, moment: Moment): FormRun {
  const relevance = new Map<string, boolean>();
  const texts = new Map<string, string>();
  const choices = new Map<string, readonly Choice[]>();

  function isRelevant(node: FormNode, indexes: Indexes): boolean {
    return once(relevance, pathOf(node, indexes), () => {
      const { parent } = node;
      if (parent && !isRelevant(parent, indexes.slice(0, parent.repeats.length))) return false;
      return node.expressions.relevant ? holds(node, 'relevant', indexes) : true;
    });
  }

  function textOf(node: FormNode, indexes: Indexes): string {
    const path = pathOf(node, indexes);
    return once(texts, path, () => {
      const { item, expressions } = node;
      if (!isQuestion(item) || !isRelevant(node, indexes)) return '';
      if (expressions.calculation) return workOut(node, 'calculation', indexes);
      // Repetitions come and go, so their defaults stand until something is answered.
      const given = path in answers || node.repeats.length === 0 ? answers[path] : defaultOf(node, indexes);
      const text = givenText(given);
      return item.list && text !== '' ? stillOffered(item, text, choicesOf(node, indexes)) : text;
    });
  }

  function defaultOf(node: FormNode, indexes: Indexes): string {
    if (node.expressions.default) return workOut(node, 'default', indexes);
    return (node.item as Question).default ?? '';
  }

  function choicesOf(node: FormNode, indexes: Indexes): readonly Choice[] {
    return once(choices, pathOf(node, indexes), () => {
      const list = listOf(open.form, (node.item as Question).list);
      const filter = node.expressions.choiceFilter;
      if (!filter) return list;
      let choice = list[0]!;
      const columnOf = (column: string) => {
        if (column === 'name') return choice.name;
        return column === 'label' ? textIn(choice.label, moment.language) : (choice.columns?.[column] ?? '');
      };
      const scope: Scope = { ...scopeOf(node, indexes), columnOf };
      return list.filter((one) => {
        choice = one;
        return toBoolean(evaluate(filter, scope));
      });
    });
  }

  function repetitionsOf(node: FormNode, indexes: Indexes): number {
    if (!isRelevant(node, indexes)) return 0;
    const { count } = node.expressions;
    const number = count
      ? toNumber(evaluate(count, scopeOf(node, indexes)))
      : toNumber(givenText(answers[pathOf(node, indexes)]));
    return number > 0 ? Math.min(Math.trunc(number), mostRepetitions) : 0;
  }

  function holds(node: FormNode, property: ExpressionProperty, indexes: Indexes): boolean {
    return toBoolean(evaluate(node.expressions[property]!, scopeOf(node, indexes)));
  }

  function workOut(node: FormNode, property: ExpressionProperty, indexes: Indexes): string {
    return toText(evaluate(node.expressions[property]!, scopeOf(node, indexes)));
  }

  function answerOf(node: FormNode, indexes: Indexes): Value {
    const text = textOf(node, indexes);
    const number = numericKinds.has(node.item.kind) ? toNumber(text) : Number.NaN;
    return Number.isNaN(number) ? text : number;
  }

  /** Every repetition of a question, or of a repeat, that lies below the place with these indexes. */
  function valuesOf(target: FormNode, indexes: Indexes): Value[] {
    const depth = indexes.length;
    if (depth < target.repeats.length) {
      const count = repetitionsOf(target.repeats[depth]!, indexes);
      return Array.from({ length: count }, (_, at) => valuesOf(target, [...indexes, at + 1])).flat();
    }
    if (target.item.kind === 'repeat')
      return Array.from({ length: repetitionsOf(target, indexes) }, (_, at) => String(at + 1));
    return isRelevant(target, indexes) ? [answerOf(target, indexes)] : [];
  }

  function scopeOf(node: FormNode, indexes: Indexes): Scope {
    const named = (name: string) => open.byName.get(name)!;
    // The repetitions both stand in.
    const shared = (target: FormNode) => {
      let depth = 0;
      while (depth < indexes.length && target.repeats[depth] === node.repeats[depth]) depth++;
      return indexes.slice(0, depth);
    };
    return {
      ...moment,
      self: () => answerOf(node, indexes),
      valueOf: (name) => answerOf(named(name), shared(named(name))),
      valuesOf: (name) => valuesOf(named(name), shared(named(name))),
      valueAt: (name, repeat, index) => {
        const outer = shared(named(repeat));
        const isThere = index >= 1 && index <= repetitionsOf(named(repeat), outer);
        return isThere ? answerOf(named(name), [...outer, index]) : '';
      },
      positionOf: (levels) => {
        let up: FormNode | null = node;
        for (let level = 0; level < levels; level++) up = up?.parent ?? null;
        return up?.item.kind === 'repeat' ? (indexes[up.repeats.length] ?? 1) : 1;
      },
      columnOf: () => '',
      choiceLabel: (question, code) => labelOf(named(question).item as Question, code),
    };
  }

  function labelOf(question: Question, code: string): string {
    const choice = listOf(open.form, question.list).find(({ name }) => name === code);
    return textIn(choice?.label, moment.language);
  }

  function fill(text: string, node: FormNode, indexes: Indexes): string {
    if (!text.includes('${')) return text;
    const scope = scopeOf(node, indexes);
    return text.replace(referenceInText, (_, name: string) => {
      const target = open.byName.get(name)!;
      const value = toText(scope.valueOf(name));
      // A neighbour reads words, not codes.
      if (!(target.item as Question).list) return value;
      return selectedCodes(value)
        .map((code) => labelOf(target.item as Question, code))
        .join(', ');
    });
  }

  return { open, answers, moment, isRelevant, textOf, choicesOf, repetitionsOf, holds, workOut, fill };
}

/** Of codes chosen before, those that are still offered. */
function stillOffered(question: Question, text: string, offered: readonly Choice[]): string {
  const codes = question.kind === 'select_multiple' ? selectedCodes(text) : [text];
  return codes.filter((code) => offered.some(({ name }) => name === code)).join(' ');
}

function once<T>(memory: Map<string, T>, key: string, work: () => T): T {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const value = work();
  memory.set(key, value);
  return value;
}
