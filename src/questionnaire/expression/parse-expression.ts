import { arityOf } from './arity.ts';
import type { Expression, ExpressionProblem, Operator, ReadExpression } from './expression.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Loosest first; operators of one row bind alike, from the left. */
const levels: readonly (readonly Operator[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
];

/** Deeper nesting is no expression a person wrote. */
const deepest = 50;
/** Nor is one of more words than this. */
const mostTokens = 1_000;

/** Thrown inside the parser only. */
class Stop {
  readonly problem: ExpressionProblem;
  constructor(problem: ExpressionProblem) {
    this.problem = problem;
  }
}

/**
 * Reads the part of XPath that XLSForm authors use. Refuses, naming the word: expression_unreadable,
 * expression_unfinished, function_unsupported, argument_count, path_unsupported.
 */
export function parseExpression(text: string): ReadExpression {
  const tokens = tokensOf(text);
  if (!tokens.ok) return tokens;
  if (tokens.value.length > mostTokens)
    return { ok: false, refusal: { code: 'expression_unreadable', value: text.slice(0, 20) } };
  try {
    return { ok: true, value: read(tokens.value) };
  } catch (stop) {
    if (stop instanceof Stop) return { ok: false, refusal: stop.problem };
    throw stop;
  }
}

function read(tokens: readonly Token[]): Expression {
  let at = 0;
  let depth = 0;
  const peek = () => tokens[at]!;
  const take = () => tokens[at++]!;
  const isSign = (sign: string) => peek().kind === 'sign' && peek().text === sign;

  function fail(token: Token): never {
    throw new Stop(
      token.kind === 'end'
        ? {
            code: 'expression_unfinished',
            value: tokens
              .map(({ text }) => text)
              .join(' ')
              .trim()
              .slice(-20),
          }
        : { code: 'expression_unreadable', value: token.text },
    );
  }
  function expect(sign: string): void {
    if (!isSign(sign)) fail(peek());
    at++;
  }

  function binary(level: number): Expression {
    const operators = levels[level];
    if (!operators) return unary();
    let left = binary(level + 1);
    for (;;) {
      const token = peek();
      const operator = operators.find((o) => o === token.text);
      // After an operand, `and`, `div` and the like are operators and never names.
      if (!operator || (token.kind !== 'sign' && token.kind !== 'name')) return left;
      at++;
      left = { kind: 'binary', operator, left, right: binary(level + 1) };
    }
  }

  function unary(): Expression {
    if (!isSign('-')) return primary();
    at++;
    return nested(() => ({ kind: 'minus', of: unary() }));
  }

  function primary(): Expression {
    const token = take();
    switch (token.kind) {
      case 'reference':
        return { kind: 'reference', name: token.text };
      case 'text':
        return { kind: 'literal', value: token.text.slice(1, -1) };
      case 'number':
        return { kind: 'literal', value: Number(token.text) };
      case 'self':
        return { kind: 'self' };
      case 'parent':
        return { kind: 'parent', levels: token.text.split('/').length };
      case 'name':
        return isSign('(') ? call(token.text) : { kind: 'column', name: token.text };
      case 'sign': {
        if (token.text !== '(') fail(token);
        const inner = nested(() => binary(0));
        expect(')');
        return inner;
      }
      default:
        return fail(token);
    }
  }

  function call(name: string): Expression {
    const arity = arityOf(name);
    if (!arity) throw new Stop({ code: 'function_unsupported', value: `${name}()` });
    expect('(');
    const args: Expression[] = [];
    while (!isSign(')')) {
      if (args.length > 0) expect(',');
      args.push(nested(() => binary(0)));
    }
    at++;
    if (args.length < arity[0] || args.length > arity[1])
      throw new Stop({ code: 'argument_count', value: `${name}()` });
    return { kind: 'call', name, args };
  }

  function nested<T>(inner: () => T): T {
    if (++depth > deepest) fail(peek());
    const result = inner();
    depth--;
    return result;
  }

  const whole = binary(0);
  if (peek().kind !== 'end') fail(peek());
  return whole;
}
