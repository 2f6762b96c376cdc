import type { Outcome } from '#kernel/refusal.ts';
import type { ExpressionProblem } from './expression.ts';

export type Token = {
  readonly kind: 'reference' | 'text' | 'number' | 'parent' | 'self' | 'sign' | 'name' | 'end';
  readonly text: string;
};

const pattern =
  /\s+|\$\{\s*(?<reference>[^{}\s]+)\s*\}|(?<text>"[^"]*"|'[^']*')|(?<number>\d+(?:\.\d*)?|\.\d+)|(?<parent>\.\.(?:\/\.\.)*)|(?<self>\.)|(?<sign>!=|<=|>=|[=<>+\-*(),])|(?<name>[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)/y;

/** Cuts an expression into its words; paths beyond `.` and `..` are refused by name. */
export function tokensOf(expression: string): Outcome<Token[], ExpressionProblem> {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < expression.length) {
    const at = pattern.lastIndex;
    const groups = pattern.exec(expression)?.groups;
    if (!groups) return { ok: false, refusal: unreadable(expression, at) };
    for (const [kind, text] of Object.entries(groups))
      if (text !== undefined) tokens.push({ kind: kind as Token['kind'], text });
  }
  tokens.push({ kind: 'end', text: '' });
  return { ok: true, value: tokens };
}

function unreadable(expression: string, at: number): ExpressionProblem {
  const sign = expression[at]!;
  if (!'/[]@|:'.includes(sign)) {
    const rest = expression.slice(at, at + 20);
    return { code: 'expression_unreadable', value: /['"]/.test(sign) ? rest : sign };
  }
  // The whole path, so that its author finds it again.
  const before = expression.slice(0, at).match(/\S*$/)![0];
  const after = expression.slice(at).match(/^\S*/)![0];
  return { code: 'path_unsupported', value: before + after };
}
