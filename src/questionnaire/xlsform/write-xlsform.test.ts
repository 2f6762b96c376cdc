import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openForm } from '../engine/open-form.ts';
import { type Form, type FormItem, type Question, questionKinds, withoutValue } from '../form.ts';
import { formShape } from '../form-shape.ts';
import { coreQuestionnaire } from '../forms/core-questionnaire.ts';
import { furtherBlockNames, withFurtherBlocks } from '../forms/further-blocks.ts';
import { readXlsForm } from './read-xlsform.ts';
import { writeXlsForm } from './write-xlsform.ts';

/** What a cell can hold: no white space at its ends, since spreadsheets and people lose it. */
const words = fc
  .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
  .map((text) => text.replace(/[${]/g, '').trim())
  .filter((text) => text !== '');
const text = fc
  .record({ id: words, en: words }, { requiredKeys: [] })
  .filter(({ id, en }) => id !== undefined || en !== undefined);
const expression = fc.constantFrom(
  '1 = 1',
  'today() > 3',
  "string-length('a') < 5",
  "not(contains('“', 'b'))",
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const question: fc.Arbitrary<Question> = fc
  .record({
    kind: fc.constantFrom(...questionKinds),
    label: text,
    hint: maybe(text),
    required: maybe(fc.oneof(fc.constant(true as const), expression)),
    requiredMessage: maybe(text),
    relevant: maybe(expression),
    constraint: maybe(expression),
    constraintMessage: maybe(text),
    calculation: maybe(expression),
    default: maybe(fc.constantFrom('1', 'batik', 'yes', 'today()', '1 + 1')),
    appearance: maybe(
      fc.constantFrom('numbers', 'thousands-sep', 'minimal', 'w1 multiline', 'numbers numbers'),
    ),
    readOnly: maybe(fc.constant(true as const)),
    unit: maybe(text),
    personal: maybe(fc.constant(true as const)),
    states: maybe(fc.subarray([...withoutValue], { minLength: 1 })),
    preload: maybe(fc.constantFrom('owner_name', 'address')),
    maxPixels: maybe(fc.integer({ min: 10, max: 99_999 })),
    filter: maybe(fc.constantFrom("area = 'x'", "name != '1'")),
  })
  .map(({ filter, maxPixels, calculation, ...rest }) => {
    const isSelect = rest.kind.startsWith('select');
    return {
      ...rest,
      name: '',
      calculation: rest.kind === 'calculate' ? (calculation ?? '1') : calculation,
      ...(isSelect ? { list: 'goods', choiceFilter: filter } : {}),
      ...(rest.kind === 'photo' ? { maxPixels } : {}),
    };
  });

const { items } = fc.letrec<{ items: FormItem[]; item: FormItem }>((tie) => ({
  items: fc.array(tie('item'), { maxLength: 4 }),
  item: fc.oneof(
    { maxDepth: 3 },
    question,
    fc.record({
      kind: fc.constant('group' as const),
      name: fc.constant(''),
      label: maybe(text),
      relevant: maybe(expression),
      appearance: maybe(fc.constant('field-list')),
      items: tie('items'),
    }),
    fc.record({
      kind: fc.constant('repeat' as const),
      name: fc.constant(''),
      label: maybe(text),
      relevant: maybe(expression),
      count: maybe(fc.constantFrom('3', '1 + 1')),
      items: tie('items'),
    }),
  ),
}));

const form: fc.Arbitrary<Form> = fc
  .record({
    id: fc.stringMatching(/^[a-z_]{1,10}$/),
    version: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
    title: words,
    defaultLanguage: fc.constantFrom('id' as const, 'en' as const),
    first: question,
    items,
    choices: fc.uniqueArray(fc.record({ name: fc.stringMatching(/^[\w-]{1,6}$/), label: text }), {
      minLength: 1,
      maxLength: 4,
      selector: ({ name }) => name,
    }),
  })
  .map(({ first, items: rest, choices, ...form }) => {
    let count = 0;
    // Repeats lie in one another twice at most; a third is a group.
    const named = (item: FormItem, repeats = 0): FormItem => {
      const name = `q${count++}`;
      if (!('items' in item)) return { ...item, name };
      const isRepeat = item.kind === 'repeat' && repeats < 2;
      const items = item.items.map((one) => named(one, repeats + Number(isRepeat)));
      if (isRepeat) return { ...item, name, items };
      const { label, relevant, appearance } = item;
      return { kind: 'group', name, label, relevant, appearance, items };
    };
    const [one, ...others] = choices;
    const goods = [{ ...one!, columns: { area: 'x' } }, ...others];
    return { ...form, items: [first, ...rest].map((item) => named(item)), lists: { goods } };
  });

describe('a form goes out as XLSForm and comes back unchanged', () => {
  test('whatever it holds', () => {
    fc.assert(
      fc.property(form, (given) => {
        expect(readXlsForm(writeXlsForm(given))).toEqual({ ok: true, value: given });
      }),
      { numRuns: 300, seed: 33_75 },
    );
  });

  test.each([
    ['the core', coreQuestionnaire],
    ['the core with every further block', withFurtherBlocks(coreQuestionnaire, furtherBlockNames)],
  ])('%s', (_, given) => {
    expect(readXlsForm(writeXlsForm(given))).toEqual({ ok: true, value: given });
    expect(formShape.parse(JSON.parse(JSON.stringify(given)))).toEqual(given);
  });

  test('headings are XLSForm’s, and the prefix of our own columns is declared', () => {
    const { survey, settings } = writeXlsForm(coreQuestionnaire);
    expect(survey[0]?.slice(0, 4)).toEqual([
      'type',
      'name',
      'label::Bahasa Indonesia (id)',
      'label::English (en)',
    ]);
    expect(survey[0]).toContain('bind::gawangan:kind');
    expect(settings).toEqual([
      ['form_title', 'form_id', 'version', 'default_language', 'namespaces'],
      ['Pendataan inti', 'gawangan_core', '1', 'Bahasa Indonesia (id)', 'gawangan="urn:gawangan:form"'],
    ]);
  });
});

test('a stored form that lost its shape is refused', () => {
  expect(openForm(coreQuestionnaire).ok).toBe(true);
  for (const broken of [
    { ...coreQuestionnaire, version: 0 },
    { ...coreQuestionnaire, items: [{ kind: 'audio', name: 'a' }] },
    { ...coreQuestionnaire, items: [{ kind: 'group', name: 'a', items: [{ kind: 'text', name: 1 }] }] },
  ])
    expect(formShape.safeParse(broken).success).toBe(false);
});
