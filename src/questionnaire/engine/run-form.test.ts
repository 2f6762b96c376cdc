import { describe, expect, test } from 'vitest';
import type { Form, FormItem, Question } from '../form.ts';
import type { Answers } from './answers.ts';
import { finishAnswers, splitPersonal } from './finish-answers.ts';
import { openForm } from './open-form.ts';
import { addRepetition, removeRepetition } from './repetitions.ts';
import { startAnswers } from './start-answers.ts';
import { type FormView, type QuestionView, viewForm } from './view-form.ts';

const moment = { now: Date.parse('2026-03-14T03:00:00Z'), language: 'id' as const };

function aForm(items: FormItem[], lists: Form['lists'] = {}): Form {
  return { id: 'test', version: 1, title: 'Test', defaultLanguage: 'id', items, lists };
}

function ask(name: string, more: Partial<Question> = {}): Question {
  return { kind: 'text', name, label: { id: `${name}?` }, ...more };
}

function opened(form: Form) {
  const open = openForm(form);
  if (!open.ok) throw new Error(JSON.stringify(open.refusal));
  return open.value;
}

function questions(view: FormView): QuestionView[] {
  return view.sections.flatMap(({ entries }) => entries.filter((entry) => entry.entry === 'question'));
}

function paths(form: Form, answers: Answers): string[] {
  return questions(viewForm(opened(form), answers, moment)).map(({ path }) => path);
}

function problems(form: Form, answers: Answers) {
  return viewForm(opened(form), answers, moment).problems;
}

describe('what is asked follows from what was answered', () => {
  const form = aForm([
    ask('owner'),
    {
      kind: 'group',
      name: 'shop',
      label: { id: 'Toko' },
      relevant: "${owner} = 'yes'",
      items: [ask('size', { kind: 'integer' }), ask('staff', { relevant: '${size} > 10' })],
    },
    { kind: 'calculate', name: 'double', calculation: '${size} * 2' },
    ask('big', { relevant: '${double} >= 100' }),
  ]);

  test('a section that does not apply is not shown, nor what depends on it', () => {
    expect(paths(form, { size: '60', staff: 'x' })).toEqual(['owner']);
    expect(paths(form, { owner: 'yes', size: '60' })).toEqual(['owner', 'size', 'staff', 'big']);
  });

  test('answers that are not asked for stay while drafting and are left out at the end', () => {
    const draft = { owner: 'no', size: '60', staff: 'Ani', big: 'x' };
    expect(finishAnswers(opened(form), draft, moment).answers).toEqual({ owner: 'no' });
    expect(finishAnswers(opened(form), { ...draft, owner: 'yes' }, moment).answers).toEqual({
      owner: 'yes',
      size: '60',
      staff: 'Ani',
      double: '120',
      big: 'x',
    });
  });

  test('pages are the sections of the first level, with the questions between them', () => {
    const { sections } = viewForm(opened(form), { owner: 'yes' }, moment);
    expect(sections.map(({ path, label }) => [path, label])).toEqual([
      ['owner', ''],
      ['shop', 'Toko'],
    ]);
  });
});

describe('answers are checked as they are given', () => {
  test.each<[Partial<Question>, string, string | null]>([
    [{ kind: 'integer' }, '12', null],
    [{ kind: 'integer' }, '1,5', 'not_a_number'],
    [{ kind: 'decimal' }, '1.5', null],
    [{ kind: 'money' }, '1500000', null],
    [{ kind: 'money' }, '1,5 jt', 'amount_unreadable'],
    [{ kind: 'money' }, '-5', 'amount_negative'],
    [{ kind: 'date' }, '2026-02-28', null],
    [{ kind: 'date' }, '2026-02-30', 'date_unreadable'],
    [{ kind: 'geopoint' }, '-6.89 109.67 0 12', null],
    [{ kind: 'geopoint' }, '109.67 -6.89', 'wrong_format'],
    [{ kind: 'nik' }, '3375014101900001', null],
    [{ kind: 'nik' }, '337501410190', 'nik_length'],
    [{ kind: 'nib' }, '1234567890123', null],
    [{ kind: 'phone' }, '0812-3456-7890', null],
    [{ kind: 'phone' }, '12', 'phone_invalid'],
    [{ kind: 'acknowledge' }, 'OK', null],
    [{ kind: 'acknowledge' }, 'no', 'not_a_choice'],
    [{ required: true }, ' ', 'blank'],
    [{ required: true }, 'x', null],
    [{ constraint: 'string-length(.) > 2' }, 'ab', 'constraint'],
    [{ constraint: 'string-length(.) > 2' }, '', null],
  ])('%j with "%s"', (question, text, code) => {
    expect(problems(aForm([ask('q', question)]), { q: text })[0]?.code ?? null).toBe(code);
  });

  test('a refusal given with one tap satisfies a required question, where it is offered', () => {
    const form = (states: Question['states']) => aForm([ask('nik', { kind: 'nik', required: true, states })]);
    expect(problems(form(['declined']), { nik: { answer: 'declined' } })).toEqual([]);
    expect(problems(form(['not_shown']), { nik: { answer: 'declined' } })[0]?.code).toBe('not_a_choice');
    expect(
      finishAnswers(opened(form(['declined'])), { nik: { answer: 'declined' } }, moment).answers,
    ).toEqual({
      nik: { answer: 'declined' },
    });
  });

  test('the form’s own words go before the house’s', () => {
    const form = aForm([
      ask('name'),
      ask('age', {
        kind: 'integer',
        constraint: '. >= 17',
        constraintMessage: { id: '${name} terlalu muda', en: '${name} is too young' },
      }),
    ]);
    const answers = { name: 'Ani', age: '5' };
    expect(problems(form, answers)[0]).toMatchObject({ code: 'constraint', message: 'Ani terlalu muda' });
    const english = viewForm(opened(form), answers, { ...moment, language: 'en' });
    expect(english.problems[0]?.message).toBe('Ani is too young');
  });

  test('what is being typed keeps its spaces until the form is handed in', () => {
    const form = aForm([ask('name')]);
    expect(questions(viewForm(opened(form), { name: 'Siti ' }, moment))[0]?.text).toBe('Siti ');
    expect(finishAnswers(opened(form), { name: 'Siti ' }, moment).answers).toEqual({ name: 'Siti' });
  });

  test('identifiers are kept as bare digits', () => {
    const form = aForm([ask('nik', { kind: 'nik' }), ask('nib', { kind: 'nib' })]);
    const answers = { nik: '3375.0141.0190.0001', nib: 'NIB 1234567890123' };
    expect(finishAnswers(opened(form), answers, moment)).toEqual({
      answers: { nik: '3375014101900001', nib: '1234567890123' },
      problems: [],
    });
  });

  test('personal answers are told apart; what the form does not know counts as personal', () => {
    const form = aForm([ask('nik', { kind: 'nik' }), ask('home', { personal: true }), ask('brand')]);
    const answers = { nik: '1', home: 'x', brand: 'y', stray: 'z' };
    expect(splitPersonal(opened(form), answers)).toEqual({
      personal: { nik: '1', home: 'x', stray: 'z' },
      others: { brand: 'y' },
    });
  });
});

describe('choices may depend on answers', () => {
  const choice = (name: string, district: string) => ({
    name,
    label: { id: name.toUpperCase() },
    columns: { district },
  });
  const form = aForm(
    [
      ask('district'),
      ask('village', {
        kind: 'select_one',
        list: 'villages',
        choiceFilter: 'district = ${district}',
        required: true,
      }),
      ask('said', { kind: 'note', label: { id: 'Desa ${village}' } }),
    ],
    { villages: [choice('jenggot', 'selatan'), choice('bendan', 'barat'), choice('tirto', 'barat')] },
  );

  test('only those that fit are offered', () => {
    const [, village] = questions(viewForm(opened(form), { district: 'barat', village: 'tirto' }, moment));
    expect(village?.choices.map(({ name }) => name)).toEqual(['bendan', 'tirto']);
    expect(village?.problem).toBeNull();
  });

  test('a choice that no longer fits counts as missing, and is back when the first answer is', () => {
    const draft = { district: 'selatan', village: 'tirto' };
    expect(problems(form, draft)).toEqual([{ code: 'blank', path: 'village' }]);
    expect(finishAnswers(opened(form), draft, moment).answers).toEqual({ district: 'selatan' });
    expect(problems(form, { ...draft, district: 'barat' })).toEqual([]);
  });

  test('a code that the list has never had is wrong', () => {
    expect(problems(form, { district: 'barat', village: 'atlantis' })[0]?.code).toBe('not_a_choice');
  });

  test('texts speak of choices in words', () => {
    const view = viewForm(opened(form), { district: 'barat', village: 'tirto' }, moment);
    expect(questions(view)[2]?.label).toBe('Desa TIRTO');
  });
});

describe('repeats', () => {
  const form = aForm([
    {
      kind: 'repeat',
      name: 'goods',
      label: { id: 'Barang' },
      items: [
        ask('item', { required: true }),
        ask('price', { kind: 'money', default: '1000' }),
        ask('place', { kind: 'calculate', calculation: 'position(..)' }),
        ask('cheap', { kind: 'note', relevant: '${price} < 500' }),
      ],
    },
    { kind: 'calculate', name: 'total', calculation: 'sum(${price})' },
    { kind: 'calculate', name: 'how_many', calculation: 'count(${goods})' },
    { kind: 'calculate', name: 'second', calculation: 'indexed-repeat(${item}, ${goods}, 2)' },
  ]);
  const answers: Answers = {
    goods: '2',
    'goods[1]/item': 'sarung',
    'goods[2]/item': 'kain',
    'goods[2]/price': '250',
  };

  test('each repetition has its own answers, defaults and conditions', () => {
    expect(paths(form, answers)).toEqual([
      'goods[1]/item',
      'goods[1]/price',
      'goods[2]/item',
      'goods[2]/price',
      'goods[2]/cheap',
    ]);
    expect(finishAnswers(opened(form), answers, moment).answers).toEqual({
      ...answers,
      'goods[1]/price': '1000',
      'goods[1]/place': '1',
      'goods[2]/place': '2',
      total: '1250',
      how_many: '2',
      second: 'kain',
    });
  });

  test('one more is added, and one taken out moves the others up', () => {
    const more = addRepetition(answers, 'goods');
    expect(paths(form, more)).toHaveLength(7);
    expect(removeRepetition(more, 'goods', 1)).toEqual({
      goods: '2',
      'goods[1]/item': 'kain',
      'goods[1]/price': '250',
    });
    expect(removeRepetition(answers, 'goods', 2)).toEqual({ goods: '1', 'goods[1]/item': 'sarung' });
    expect(removeRepetition(answers, 'goods', 5)).toEqual(answers);
  });

  test('where the form says how many there are, nobody adds or removes', () => {
    const counted = aForm([
      ask('n', { kind: 'integer' }),
      { kind: 'repeat', name: 'goods', count: '${n}', items: [ask('item')] },
    ]);
    const { sections } = viewForm(opened(counted), { n: '2' }, moment);
    const entries = sections.flatMap((section) => section.entries);
    expect(entries.filter(({ entry }) => entry === 'repetition')).toHaveLength(2);
    expect(entries.some(({ entry }) => entry === 'add')).toBe(false);
    expect(paths(counted, { n: '100000' }).length).toBeLessThan(200);
  });

  test('repeats within repeats know their own repetition', () => {
    const nested = aForm([
      {
        kind: 'repeat',
        name: 'shop',
        items: [
          ask('shop_name'),
          {
            kind: 'repeat',
            name: 'staff',
            items: [
              ask('staff_name'),
              ask('hello', { kind: 'note', label: { id: '${shop_name}: ${staff_name}' } }),
            ],
          },
          { kind: 'calculate', name: 'staff_count', calculation: 'count(${staff})' },
        ],
      },
      { kind: 'calculate', name: 'all_staff', calculation: 'sum(${staff_count})' },
    ]);
    const given = {
      shop: '2',
      'shop[1]/shop_name': 'A',
      'shop[1]/staff': '1',
      'shop[2]/shop_name': 'B',
      'shop[2]/staff': '2',
      'shop[2]/staff[2]/staff_name': 'Budi',
    };
    const labels = questions(viewForm(opened(nested), given, moment)).map(({ label }) => label);
    expect(labels).toContain('B: Budi');
    expect(finishAnswers(opened(nested), given, moment).answers).toMatchObject({ all_staff: '3' });
  });
});

test('a form begins with what the register knows, then with its defaults', () => {
  const form = aForm([
    ask('name', { preload: 'owner_name', default: 'x' }),
    ask('day', { kind: 'date', default: 'today()' }),
    ask('place', { default: 'Pekalongan' }),
    ask('greeting', { default: "concat('Bu ', ${name})" }),
  ]);
  expect(startAnswers(opened(form), { owner_name: 'Siti' }, moment)).toEqual({
    name: 'Siti',
    day: '2026-03-14',
    place: 'Pekalongan',
    greeting: 'Bu Siti',
  });
  expect(startAnswers(opened(form), { owner_name: null }, moment)).toMatchObject({ name: 'x' });
});

test('a form of eighty questions that hang on each other is worked out whole at every key', () => {
  const items = Array.from({ length: 80 }, (_, at) =>
    ask(`q${at}`, {
      kind: 'integer',
      relevant: at === 0 ? undefined : `\${q${at - 1}} >= 0`,
      constraint: '. < 1000',
    }),
  );
  const answers = Object.fromEntries(items.map(({ name }, at) => [name, String(at)]));
  const open = opened(aForm(items));
  expect(questions(viewForm(open, answers, moment))).toHaveLength(80);
  expect(questions(viewForm(open, { ...answers, q40: '' }, moment))).toHaveLength(41);
});
