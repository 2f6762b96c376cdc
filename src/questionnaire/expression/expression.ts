import type { Outcome } from '#kernel/refusal.ts';

export type Operator = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod';

/** A read expression. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number }
  /** `${name}` */
  | { readonly kind: 'reference'; readonly name: string }
  /** `.` */
  | { readonly kind: 'self' }
  /** `..`, `../..`: only within `position()` */
  | { readonly kind: 'parent'; readonly levels: number }
  /** A bare name: a column of the choices, in a choice filter */
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'minus'; readonly of: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    };

export type ExpressionProblemCode =
  | 'expression_unreadable'
  | 'expression_unfinished'
  | 'function_unsupported'
  | 'argument_count'
  | 'path_unsupported';

/** What is wrong, and the very word, function or path it is about. */
export type ExpressionProblem = { readonly code: ExpressionProblemCode; readonly value: string };

export type ReadExpression = Outcome<Expression, ExpressionProblem>;
