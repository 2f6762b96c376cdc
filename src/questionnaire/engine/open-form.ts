import type { Outcome } from '#kernel/refusal.ts';
import { parseExpression } from '../expression/parse-expression.ts';
import { type Form, type FormItem, isName, isQuestion, listOf } from '../form.ts';
import { expressionProblems, isReachable } from './check-expression.ts';
import { findCycle } from './find-cycle.ts';
import { expressionTexts, type FormNode, referenceInText, textsOf } from './form-node.ts';
import type { FormProblem } from './form-problem.ts';

/** A form that can be run: every expression read, every name known, no circle among them. */
export type OpenForm = {
  readonly form: Form;
  /** In the order of the form, parents first. */
  readonly nodes: readonly FormNode[];
  readonly top: readonly FormNode[];
  readonly byName: ReadonlyMap<string, FormNode>;
};

/** Reads and checks a form, once; all of its problems are told together. */
export function openForm(form: Form): Outcome<OpenForm, readonly FormProblem[]> {
  const problems: FormProblem[] = [];
  const nodes: FormNode[] = [];
  const byName = new Map<string, FormNode>();

  function add(item: FormItem, parent: FormNode | null): FormNode {
    const repeats = parent?.item.kind === 'repeat' ? [...parent.repeats, parent] : (parent?.repeats ?? []);
    const node: FormNode = { item, parent, repeats, children: [], expressions: {} };
    nodes.push(node);
    const problem = itemProblem(item, form);
    if (problem) problems.push(problem);
    // A hundred times a hundred times a hundred answers are no visit.
    if (item.kind === 'repeat' && repeats.length >= 2)
      problems.push({ code: 'repeat_too_deep', item: item.name, property: 'name', value: item.name });
    if (byName.has(item.name))
      problems.push({ code: 'name_twice', item: item.name, property: 'name', value: item.name });
    else byName.set(item.name, node);
    if (!isQuestion(item)) for (const inner of item.items) node.children.push(add(inner, node));
    return node;
  }
  const top = form.items.map((item) => add(item, null));

  for (const node of nodes) {
    for (const [property, text] of expressionTexts(node.item)) {
      const read = parseExpression(text);
      const found = read.ok
        ? expressionProblems(read.value, property, node, byName, form)
        : [{ code: read.refusal.code, value: read.refusal.value }];
      for (const problem of found) problems.push({ ...problem, item: node.item.name, property });
      if (read.ok) node.expressions[property] = read.value;
    }
    problems.push(...textProblems(node, byName));
  }
  // Circles are looked for among names that are all known.
  const cycle = problems.length === 0 ? findCycle(nodes, byName) : null;
  if (cycle) problems.push(cycle);
  return problems.length > 0
    ? { ok: false, refusal: problems }
    : { ok: true, value: { form, nodes, top, byName } };
}

function itemProblem(item: FormItem, form: Form): FormProblem | null {
  const problem = (code: FormProblem['code'], property: FormProblem['property'], value = item.name) => ({
    code,
    item: item.name,
    property,
    value,
  });
  if (!isName(item.name)) return problem('name_invalid', 'name');
  if (!isQuestion(item)) return null;
  if (item.kind === 'calculate')
    return item.calculation ? null : problem('calculation_missing', 'calculation');
  if (!item.label?.id && !item.label?.en) return problem('label_missing', 'label');
  if (item.kind !== 'select_one' && item.kind !== 'select_multiple') return null;
  if (!item.list) return problem('list_missing', 'list');
  return listOf(form, item.list).length > 0 ? null : problem('list_unknown', 'list', item.list);
}

function textProblems(node: FormNode, byName: ReadonlyMap<string, FormNode>): FormProblem[] {
  const problems: FormProblem[] = [];
  for (const [property, text] of textsOf(node.item))
    for (const [, name] of `${text.id ?? ''} ${text.en ?? ''}`.matchAll(referenceInText)) {
      const target = byName.get(name!);
      const code = textReferenceProblem(target, node);
      if (code) problems.push({ code, item: node.item.name, property, value: `\${${name}}` });
    }
  return problems;
}

function textReferenceProblem(target: FormNode | undefined, node: FormNode): FormProblem['code'] | null {
  if (!target) return 'reference_unknown';
  if (!isQuestion(target.item)) return 'reference_is_section';
  return isReachable(target, node) ? null : 'reference_into_repeat';
}
