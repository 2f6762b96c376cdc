import { takesRepetitions } from './arity.ts';
import type { Expression } from './expression.ts';
import { type Moment, plainFunctions } from './functions.ts';
import { isEqual, toBoolean, toNumber, toText, type Value } from './values.ts';

/** Where an expression stands, and what it sees from there. */
export type Scope = Moment & {
  /** `.` */
  readonly self: () => Value;
  /** `${name}` of the same repetition, or outside all repeats. */
  readonly valueOf: (name: string) => Value;
  /** `${name}` of every repetition that lies below this place. */
  readonly valuesOf: (name: string) => readonly Value[];
  /** `${name}` in the `index`th repetition (from 1) of a repeat. */
  readonly valueAt: (name: string, repeat: string, index: number) => Value;
  /** The number (from 1) of the repetition so many levels up. */
  readonly positionOf: (levels: number) => number;
  /** A column of the choice that is being filtered. */
  readonly columnOf: (name: string) => string;
  readonly choiceLabel: (question: string, code: string) => string;
};

/** Works an expression out. It was checked when the form was opened; what fails here is a bug and throws. */
export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'reference':
      return scope.valueOf(expression.name);
    case 'self':
      return scope.self();
    case 'column':
      return scope.columnOf(expression.name);
    case 'parent':
      throw new TypeError('".." stands only within position()');
    case 'minus':
      return -toNumber(evaluate(expression.of, scope));
    case 'binary':
      return binary(expression, scope);
    case 'call':
      return call(expression.name, expression.args, scope);
  }
}

function binary({ operator, left, right }: Extract<Expression, { kind: 'binary' }>, scope: Scope): Value {
  const a = evaluate(left, scope);
  if (operator === 'or') return toBoolean(a) || toBoolean(evaluate(right, scope));
  if (operator === 'and') return toBoolean(a) && toBoolean(evaluate(right, scope));
  const b = evaluate(right, scope);
  if (operator === '=') return isEqual(a, b);
  if (operator === '!=') return !isEqual(a, b);
  const [x, y] = [toNumber(a), toNumber(b)];
  switch (operator) {
    case '<':
      return x < y;
    case '<=':
      return x <= y;
    case '>':
      return x > y;
    case '>=':
      return x >= y;
    case '+':
      return x + y;
    case '-':
      return x - y;
    case '*':
      return x * y;
    case 'div':
      return x / y;
    case 'mod':
      return x % y;
  }
}

function call(name: string, args: readonly Expression[], scope: Scope): Value {
  const value = (at: number) => evaluate(args[at]!, scope);
  switch (name) {
    case 'if':
      return toBoolean(value(0)) ? value(1) : value(2);
    case 'coalesce': {
      for (const arg of args) {
        const given = evaluate(arg, scope);
        if (toText(given) !== '') return given;
      }
      return '';
    }
    case 'position':
      return scope.positionOf((args[0] as Extract<Expression, { kind: 'parent' }>).levels);
    case 'jr:choice-name':
      return scope.choiceLabel(namedIn(args[1]!), toText(value(0)));
    case 'indexed-repeat':
      return scope.valueAt(namedIn(args[0]!), namedIn(args[1]!), toNumber(value(2)));
  }
  const values = takesRepetitions(name)
    ? args.flatMap((arg) => (arg.kind === 'reference' ? scope.valuesOf(arg.name) : [evaluate(arg, scope)]))
    : args.map((arg) => evaluate(arg, scope));
  return plainFunctions[name]!(values, scope);
}

/** The question meant by `${name}` or, as jr:choice-name wants it, by '${name}'; '' when it is neither. */
export function namedIn(expression: Expression): string {
  if (expression.kind === 'reference') return expression.name;
  const quoted = expression.kind === 'literal' ? String(expression.value) : '';
  return quoted.match(/^\s*\$\{\s*([^{}\s]+)\s*\}\s*$/)?.[1] ?? '';
}
