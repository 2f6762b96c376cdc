import { describe, expect, test } from 'vitest';
import { evaluate, type Scope } from './evaluate.ts';
import { parseExpression } from './parse-expression.ts';
import type { Value } from './values.ts';

const now = Date.parse('2026-03-14T10:30:00Z'); // 17.30 WIB

function answer(expression: string, values: Record<string, Value | Value[]> = {}, self: Value = ''): Value {
  const read = parseExpression(expression);
  if (!read.ok) throw new Error(`${read.refusal.code}: ${read.refusal.value}`);
  const one = (name: string): Value => {
    const value = values[name] ?? '';
    return Array.isArray(value) ? (value[0] ?? '') : value;
  };
  const every = (name: string): Value[] => {
    const value = values[name] ?? '';
    return Array.isArray(value) ? value : [value];
  };
  const scope: Scope = {
    now,
    language: 'id',
    self: () => self,
    valueOf: one,
    valuesOf: (name) => every(name),
    valueAt: (name, _repeat, index) => every(name)[index - 1] ?? '',
    positionOf: (levels) => levels,
    columnOf: (name) => String(one(name)),
    choiceLabel: (question, code) => `${question}:${code}`,
  };
  return evaluate(read.value, scope);
}

describe('expressions are worked out as ODK works them out', () => {
  test.each<[string, Value]>([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['-2 + 5', 3],
    ['7 div 2', 3.5],
    ['7 mod 3', 1],
    ['10 - 3 - 2', 5],
    ['1 < 2 and 2 < 1 or 3 >= 3', true],
    ['1 = 1 = true()', true],
    ["'a' = 'a'", true],
    ["'08' = '8'", false],
    ["'08' = 8", true],
    ["'b' != 'a'", true],
    ['not(false())', true],
    ["if(1 > 2, 'a', 'b')", 'b'],
    ["coalesce('', '', 'c')", 'c'],
    ["string-length('batik')", 5],
    ["contains('batik cap', 'cap')", true],
    ["starts-with('batik', 'ba')", true],
    ["ends-with('batik', 'tik')", true],
    ["concat('a', 1, true())", 'a1true'],
    ["substr('pekalongan', 0, 5)", 'pekal'],
    ["substr('pekalongan', 5)", 'ongan'],
    ["int('12.9')", 12],
    ['int(-1.5)', -1],
    ['round(2.5)', 3],
    ['round(2.345, 2)', 2.35],
    ["number('3.5') + 1", 4.5],
    ['string(12)', '12'],
    ["normalize-space('  a  b ')", 'a b'],
    ['pow(2, 3) + abs(-1)', 9],
    ['today()', '2026-03-14'],
    ["today() - date('2026-03-01')", 13],
    ["today() >= '2026-01-01'", true],
    ['date(today() + 1)', '2026-03-15'],
    ["format-date(today(), '%e %b %Y')", '14 Mar 2026'],
    ["format-date-time(now(), '%d/%m/%y %H.%M')", '14/03/26 17.30'],
    ['position(../..)', 2],
    ['.5 + 1.', 1.5],
  ])('%s', (expression, expected) => {
    expect(answer(expression)).toBe(expected);
  });

  test('an empty answer equals only the empty text, and no order holds for it', () => {
    expect(answer("${age} = ''")).toBe(true);
    expect(answer('${age} = 0')).toBe(false);
    expect(answer('${age} != 0')).toBe(true);
    expect(answer('${age} < 18')).toBe(false);
    expect(answer('${age} >= 18')).toBe(false);
    expect(answer('${age} + 1')).toBeNaN();
  });

  test('choices are selected by whole codes', () => {
    const goods = { goods: 'batik_cap food' };
    expect(answer("selected(${goods}, 'food')", goods)).toBe(true);
    expect(answer("selected(${goods}, 'batik')", goods)).toBe(false);
    expect(answer('count-selected(${goods})', goods)).toBe(2);
    expect(answer('selected-at(${goods}, 1)', goods)).toBe('food');
    expect(answer("selected('1 2', 2)")).toBe(true);
    expect(answer("jr:choice-name(${goods}, '${goods}')", goods)).toBe('goods:batik_cap food');
  });

  test('a pattern must fit the whole answer', () => {
    expect(answer("regex(., '[0-9]{3}')", {}, '123')).toBe(true);
    expect(answer("regex(., '[0-9]{3}')", {}, '1234')).toBe(false);
    expect(answer("regex(., 'a|b')", {}, 'ab')).toBe(false);
  });

  test('totals over repetitions leave empty answers out', () => {
    const prices = { price: [10, '', 5] };
    expect(answer('sum(${price})', prices)).toBe(15);
    expect(answer('count(${price})', prices)).toBe(3);
    expect(answer('count-non-empty(${price})', prices)).toBe(2);
    expect(answer('min(${price})', prices)).toBe(5);
    expect(answer('max(${price}, 12)', prices)).toBe(12);
    expect(answer("join(', ', ${price})", prices)).toBe('10, , 5');
    expect(answer('indexed-repeat(${price}, ${goods}, 3)', prices)).toBe(5);
  });

  test('what is not needed is not worked out', () => {
    expect(answer("if(true(), 1, regex('a', ${broken}))", { broken: '(' })).toBe(1);
    expect(answer("true() or regex('a', ${broken})", { broken: '(' })).toBe(true);
  });
});

describe('what is not understood is named by its own word', () => {
  test.each([
    ["pulldata('fruits', 'name')", 'function_unsupported', 'pulldata()'],
    ['once(random())', 'function_unsupported', 'once()'],
    ['constructor()', 'function_unsupported', 'constructor()'],
    ['../name = 1', 'path_unsupported', '../name'],
    ['/data/name', 'path_unsupported', '/data/name'],
    [
      "instance('cities')/root/item[name = ${city}]/label",
      'path_unsupported',
      "instance('cities')/root/item[name",
    ],
    ['child::name', 'path_unsupported', 'child::name'],
    ['1 +', 'expression_unfinished', '1 +'],
    ['(1 + 2', 'expression_unfinished', '( 1 + 2'],
    ['1 2', 'expression_unreadable', '2'],
    ['1 == 2', 'expression_unreadable', '='],
    ["${a} = 'x", 'expression_unreadable', "'x"],
    ['${a} & 1', 'expression_unreadable', '&'],
    ['', 'expression_unfinished', ''],
    ['if(1, 2)', 'argument_count', 'if()'],
    ['today(1)', 'argument_count', 'today()'],
    [`${'('.repeat(80)}1${')'.repeat(80)}`, 'expression_unreadable', '('],
  ])('%s', (expression, code, value) => {
    const read = parseExpression(expression);
    expect(read).toEqual({ ok: false, refusal: { code, value } });
  });
});
