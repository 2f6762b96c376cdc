import { describe, expect, test } from 'vitest';
import type { Form, FormItem, Question } from '../form.ts';
import { openForm } from './open-form.ts';

function aForm(items: FormItem[], lists: Form['lists'] = {}): Form {
  return { id: 'test', version: 1, title: 'Test', defaultLanguage: 'id', items, lists };
}

function ask(name: string, more: Partial<Question> = {}): Question {
  return { kind: 'text', name, label: { id: `${name}?` }, ...more };
}

describe('a form that cannot be run says why', () => {
  const select = (more: Partial<Question>) => ask('s', { kind: 'select_one', ...more });
  test.each<[string, FormItem[], object]>([
    [
      'questions in a circle',
      [ask('a', { relevant: '${b} = 1' }), { kind: 'calculate', name: 'b', calculation: '${a} + 1' }],
      { code: 'cycle', value: 'a → b → a' },
    ],
    [
      'a section that waits for its own question',
      [{ kind: 'group', name: 'g', relevant: '${a} = 1', items: [ask('a')] }],
      { code: 'cycle' },
    ],
    [
      'a name that is not there',
      [ask('a', { relevant: '${typo} = 1' })],
      { code: 'reference_unknown', item: 'a', property: 'relevant', value: '${typo}' },
    ],
    [
      'a name that is not there, in a text',
      [ask('a', { hint: { id: 'x ${typo}' } })],
      { code: 'reference_unknown', property: 'hint', value: '${typo}' },
    ],
    [
      'a section as a value',
      [{ kind: 'group', name: 'g', items: [ask('a')] }, ask('b', { relevant: '${g} = 1' })],
      { code: 'reference_is_section' },
    ],
    [
      'many answers as one',
      [{ kind: 'repeat', name: 'r', items: [ask('a')] }, ask('b', { relevant: '${a} = 1' })],
      { code: 'reference_into_repeat', value: '${a}' },
    ],
    ['a name used twice', [ask('a'), ask('a')], { code: 'name_twice', value: 'a' }],
    ['a name with a space', [ask('a b')], { code: 'name_invalid' }],
    ['a name that every object has', [ask('constructor')], { code: 'name_invalid' }],
    ['a question without words', [ask('a', { label: undefined })], { code: 'label_missing' }],
    ['a choice without a list', [select({})], { code: 'list_missing' }],
    ['a list that is not there', [select({ list: 'toString' })], { code: 'list_unknown', value: 'toString' }],
    [
      'a function that is not supported',
      [ask('a', { constraint: 'uuid() = 1' })],
      { code: 'function_unsupported', value: 'uuid()' },
    ],
    [
      'the answer itself in its own condition',
      [ask('a', { relevant: ". = 'x'" })],
      { code: 'self_not_here' },
    ],
    [
      'a bare name outside a choice filter',
      [ask('a', { relevant: 'b = 1' })],
      { code: 'expression_unreadable', value: 'b' },
    ],
    [
      'a pattern that is none',
      [ask('a', { constraint: "regex(., '(')" })],
      { code: 'regex_unreadable', value: '(' },
    ],
    [
      'a path beside position()',
      [ask('a', { relevant: '.. = 1' })],
      { code: 'path_unsupported', value: '..' },
    ],
  ])('%s', (_, items, expected) => {
    const open = openForm(aForm(items));
    expect(open.ok).toBe(false);
    expect(open.ok ? [] : open.refusal).toEqual([expect.objectContaining(expected)]);
  });

  test('an unknown column of the choices', () => {
    const lists = { l: [{ name: 'x', label: { id: 'X' }, columns: { area: '1' } }] };
    const with_ = (choiceFilter: string) => openForm(aForm([select({ list: 'l', choiceFilter })], lists));
    expect(with_("area = '1' and name != 'y'").ok).toBe(true);
    expect(with_('region = 1')).toMatchObject({
      refusal: [{ code: 'choice_column_unknown', value: 'region' }],
    });
  });
});
