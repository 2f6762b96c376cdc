import { namedIn } from '../expression/evaluate.ts';
import type { Expression } from '../expression/expression.ts';
import type { FormNode } from './form-node.ts';
import type { ExpressionProperty, FormProblem } from './form-problem.ts';

/** What decides whether an item is there and what its answer is; constraints and texts only look at it. */
const deciding = ['relevant', 'calculation', 'choiceFilter', 'count', 'default'] as const;

type Step = { readonly to: FormNode; readonly by: ExpressionProperty };

/** Names that wait for each other in a circle, `a → b → a`, at the first expression of it; null when there is none. */
export function findCycle(
  nodes: readonly FormNode[],
  byName: ReadonlyMap<string, FormNode>,
): FormProblem | null {
  const done = new Set<FormNode>();
  const trail: FormNode[] = [];

  function visit(node: FormNode, by: ExpressionProperty): FormProblem | null {
    const start = trail.indexOf(node);
    if (start >= 0) {
      const circle = [...trail.slice(start), node].map(({ item }) => item.name);
      return { code: 'cycle', item: trail.at(-1)!.item.name, property: by, value: circle.join(' → ') };
    }
    if (done.has(node)) return null;
    trail.push(node);
    for (const step of stepsFrom(node, byName)) {
      const found = visit(step.to, step.by);
      if (found) return found;
    }
    trail.pop();
    done.add(node);
    return null;
  }

  for (const node of nodes) {
    const found = visit(node, 'relevant');
    if (found) return found;
  }
  return null;
}

function stepsFrom(node: FormNode, byName: ReadonlyMap<string, FormNode>): Step[] {
  const steps: Step[] = [];
  for (const by of deciding) {
    const expression = node.expressions[by];
    // Outside repeats a default is worked out once, when the form is begun; within, while nothing was answered.
    if (!expression || (by === 'default' && node.repeats.length === 0)) continue;
    for (const name of namesIn(expression)) steps.push({ to: byName.get(name)!, by });
  }
  if (node.parent) steps.push({ to: node.parent, by: 'relevant' });
  return steps;
}

function namesIn(expression: Expression): string[] {
  switch (expression.kind) {
    case 'reference':
      return [expression.name];
    case 'minus':
      return namesIn(expression.of);
    case 'binary':
      return [...namesIn(expression.left), ...namesIn(expression.right)];
    case 'call':
      return expression.name === 'jr:choice-name'
        ? [...namesIn(expression.args[0]!), namedIn(expression.args[1]!)]
        : expression.args.flatMap(namesIn);
    default:
      return [];
  }
}
