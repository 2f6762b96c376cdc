import { takesRepetitions } from '../expression/arity.ts';
import { namedIn } from '../expression/evaluate.ts';
import type { Expression } from '../expression/expression.ts';
import { patternOf } from '../expression/functions.ts';
import { type Form, isQuestion, listOf } from '../form.ts';
import type { FormNode } from './form-node.ts';
import type { ExpressionProperty, FormProblem } from './form-problem.ts';

type Found = Pick<FormProblem, 'code' | 'value'>;

/** Names an expression asks for that are not there, or not to be had from where it stands. */
export function expressionProblems(
  expression: Expression,
  property: ExpressionProperty,
  node: FormNode,
  byName: ReadonlyMap<string, FormNode>,
  form: Form,
): Found[] {
  const found: Found[] = [];
  const add = (code: Found['code'], value: string) => found.push({ code, value });

  function reference(name: string, many: boolean): void {
    const target = byName.get(name);
    if (!target) add('reference_unknown', `\${${name}}`);
    else if (!isQuestion(target.item) && !(many && target.item.kind === 'repeat'))
      add('reference_is_section', `\${${name}}`);
    // From outside its repeat a question has many answers: only sum(), count() and their like take them.
    else if (!many && !isReachable(target, node)) add('reference_into_repeat', `\${${name}}`);
  }

  function walk(part: Expression): void {
    switch (part.kind) {
      case 'reference':
        reference(part.name, false);
        return;
      case 'self':
        if (property !== 'constraint') add('self_not_here', '.');
        return;
      case 'parent':
        add('path_unsupported', Array(part.levels).fill('..').join('/'));
        return;
      case 'column': {
        const list = isQuestion(node.item) ? listOf(form, node.item.list) : [];
        const isColumn =
          property === 'choiceFilter' &&
          (['name', 'label'].includes(part.name) ||
            list.some(({ columns }) => columns && Object.hasOwn(columns, part.name)));
        if (!isColumn)
          add(property === 'choiceFilter' ? 'choice_column_unknown' : 'expression_unreadable', part.name);
        return;
      }
      case 'minus':
        walk(part.of);
        return;
      case 'binary':
        walk(part.left);
        walk(part.right);
        return;
      case 'call':
        call(part.name, part.args);
        return;
    }
  }

  function call(name: string, args: readonly Expression[]): void {
    const [first, second, third] = args;
    if (name === 'position') {
      if (first?.kind !== 'parent') add('path_unsupported', 'position()');
    } else if (name === 'jr:choice-name') {
      walk(first!);
      const target = byName.get(namedIn(second!))?.item;
      if (!target || !isQuestion(target) || !target.list)
        add('reference_unknown', `${name}(${namedIn(second!)})`);
    } else if (name === 'indexed-repeat') {
      const question = byName.get(namedIn(first!));
      const repeat = byName.get(namedIn(second!));
      // Only the innermost repeat is indexed; those around it must be the ones the expression stands in.
      const isFound =
        question &&
        isQuestion(question.item) &&
        repeat &&
        question.repeats.at(-1) === repeat &&
        repeat.repeats.every((outer, at) => outer === node.repeats[at]);
      if (!isFound) add('reference_unknown', `${name}(${namedIn(first!)}, ${namedIn(second!)})`);
      walk(third!);
    } else {
      const many = takesRepetitions(name);
      for (const arg of args) {
        if (many && arg.kind === 'reference') reference(arg.name, true);
        else walk(arg);
      }
      // A pattern that is put together at the door could not be read here.
      if (name === 'regex' && !(second?.kind === 'literal' && isPattern(String(second.value))))
        add('regex_unreadable', second?.kind === 'literal' ? String(second.value) : 'regex()');
    }
  }

  walk(expression);
  return found;
}

/** Whether one answer of `target` is meant where `node` stands: it lies in no repeat that `node` is outside of. */
export function isReachable(target: FormNode, node: FormNode): boolean {
  return target.repeats.every((repeat, at) => repeat === node.repeats[at]);
}

function isPattern(pattern: string): boolean {
  try {
    patternOf(pattern);
    return true;
  } catch {
    return false;
  }
}
