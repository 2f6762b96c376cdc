import { describe, expect, test } from 'vitest';
import { umkmScaleCriteria } from '#kernel/statutory/scale.ts';
import { valuesOf } from '../../features/register-enterprise/rules/register-words.ts';
import { sectors } from '../../features/register-enterprise/rules/sectors.ts';
import type { Answers, Given } from '../engine/answers.ts';
import { finishAnswers } from '../engine/finish-answers.ts';
import { openForm } from '../engine/open-form.ts';
import { startAnswers } from '../engine/start-answers.ts';
import { type QuestionView, viewForm } from '../engine/view-form.ts';
import { type FormItem, type FormText, isQuestion, type Question, type QuestionKind } from '../form.ts';
import { coreQuestionnaire } from './core-questionnaire.ts';
import { furtherBlockNames, withFurtherBlocks } from './further-blocks.ts';

const moment = { now: Date.parse('2026-03-14T03:00:00Z'), language: 'id' as const };
const row = {
  owner_name: 'Siti Aminah',
  business_name: 'Batik Aminah',
  main_product: 'Batik cap',
  address: 'Jenggot RT 02 RW 05',
};
const everything = withFurtherBlocks(coreQuestionnaire, furtherBlockNames);

function opened(form = coreQuestionnaire) {
  const open = openForm(form);
  if (!open.ok) throw new Error(JSON.stringify(open.refusal));
  return open.value;
}
const core = opened();

function asked(answers: Answers, open = core): QuestionView[] {
  return viewForm(open, answers, moment).sections.flatMap(({ entries }) =>
    entries.filter((entry) => entry.entry === 'question'),
  );
}

/** Answers whatever is asked and still empty, until nothing is. */
function fill(answers: Answers, open = core): Answers {
  let filled = answers;
  for (;;) {
    const next = asked(filled, open).find((view) => !view.isAnswered);
    if (!next) return filled;
    filled = { ...filled, [next.path]: anAnswerTo(next) };
  }
}

function anAnswerTo({ question, choices }: QuestionView): Given {
  if (question.states?.includes('declined')) return { answer: 'declined' };
  const texts: Partial<Record<QuestionKind, string>> = {
    integer: /year$|since$/.test(question.name) ? '2015' : '2',
    decimal: '2.5',
    money: '50000',
    date: '2026-03-01',
    geopoint: '-6.89 109.67 0 12',
    acknowledge: 'OK',
    nik: '3375014101900001',
    nib: '1234567890123',
    phone: '081234567890',
  };
  return choices.length > 0 ? choices[0]!.name : (texts[question.kind] ?? 'x');
}

describe('the core questionnaire', () => {
  test('asks at most twelve things, a photo and a position where the register knows the enterprise', () => {
    const begun = startAnswers(core, row, moment);
    const filled = fill({ ...begun, verdict: 'produces' });
    const todo = asked(filled).filter(({ path, question }) => !(path in begun) && question.kind !== 'note');
    const count = (kinds: QuestionKind[]) =>
      todo.filter(({ question }) => kinds.includes(question.kind)).length;
    expect(count(['photo'])).toBe(1);
    expect(count(['geopoint'])).toBe(1);
    expect(todo.length - 2).toBeLessThanOrEqual(12);
    expect(finishAnswers(core, filled, moment).problems).toEqual([]);
  });

  test('takes about five minutes where nothing is known yet', () => {
    // What an enumerator needs with a neighbour, in seconds; reading aloud and typing take longest.
    const seconds: Partial<Record<QuestionKind, number>> = {
      note: 20,
      nik: 35,
      phone: 30,
      nib: 30,
      text: 18,
      photo: 20,
      integer: 8,
    };
    const path = asked(fill({ ...startAnswers(core, {}, moment), verdict: 'produces' }));
    const total = path.reduce((sum, { question }) => sum + (seconds[question.kind] ?? 12), 0);
    expect(total).toBeLessThanOrEqual(330);
  });

  test('begins with the verdict, and asks sales last, in bands, declined with one tap', () => {
    expect(asked({}).map(({ path }) => path)).toEqual(['not_for_tax', 'verdict']);
    const last = asked(fill({ verdict: 'produces' })).at(-1)!;
    expect(last).toMatchObject({ path: 'sales_band', isRequired: true, states: ['declined'] });
  });

  const person = ['consent', 'owner_name', 'business_name', 'nik', 'phone'];
  const proof = ['position', 'photo'];
  test.each<[string, string[]]>([
    [
      'produces',
      [
        ...person,
        'goods',
        'main_product',
        'made_by',
        'workers_female',
        'workers_male',
        'nib',
        'sold_where',
        'started_year',
        'address',
        ...proof,
        'sales_band',
      ],
    ],
    [
      'services',
      [
        ...person,
        'main_product',
        'workers_female',
        'workers_male',
        'nib',
        'sold_where',
        'started_year',
        'address',
        ...proof,
        'sales_band',
      ],
    ],
    [
      'works_for_others',
      [
        ...person,
        'goods',
        'main_product',
        'works_for',
        'workers_female',
        'workers_male',
        'address',
        ...proof,
      ],
    ],
    [
      'trades_only',
      [
        ...person,
        'goods',
        'main_product',
        'workers_female',
        'workers_male',
        'nib',
        'sold_where',
        'started_year',
        'address',
        ...proof,
        'sales_band',
      ],
    ],
    ['paused', [...person, 'goods', 'main_product', 'paused_since', 'stop_reason', 'address', ...proof]],
    ['closed', ['asked_whom', 'closed_year', ...proof]],
    ['moved', ['asked_whom', 'moved_to', ...proof]],
    ['duplicate', ['asked_whom', 'duplicate_of']],
    ['never_existed', ['asked_whom', ...proof]],
    ['not_found', ['asked_whom', ...proof]],
    ['refused', ['refusal_reason', 'position']],
  ])('%s: asks only what makes sense, and can be finished', (verdict, expected) => {
    const filled = fill({ verdict });
    expect(asked(filled).map(({ path }) => path)).toEqual(['not_for_tax', 'verdict', ...expected]);
    const { answers, problems } = finishAnswers(core, filled, moment);
    expect(problems).toEqual([]);
    expect(answers.verdict).toBe(verdict);
  });

  test('whose phone it is, is asked only where there is one', () => {
    const paths = (phone: Given) => asked({ verdict: 'produces', phone }).map(({ path }) => path);
    expect(paths('081234567890')).toContain('whose_phone');
    expect(paths({ answer: 'none_yet' })).not.toContain('whose_phone');
  });

  test('what was asked before the verdict changed is left out', () => {
    const filled = fill({ verdict: 'produces' });
    const { answers } = finishAnswers(core, { ...fill({ ...filled, verdict: 'refused' }) }, moment);
    expect(Object.keys(answers)).toEqual(['verdict', 'refusal_reason', 'position']);
  });

  test('nobody works there: the owner at least does', () => {
    const none = { ...fill({ verdict: 'produces' }), workers_female: '0', workers_male: '0' };
    expect(finishAnswers(core, none, moment).problems).toMatchObject([
      { path: 'workers_male', code: 'constraint' },
    ]);
  });

  test('verdicts and sectors are the register’s', () => {
    const codes = (list: string) => coreQuestionnaire.lists[list]?.map(({ name }) => name);
    expect(codes('verdict')).toEqual(valuesOf('operation').filter((code) => code !== 'unknown'));
    expect(codes('goods')).toEqual([...sectors]);
    expect(codes('whose_phone')).toEqual(valuesOf('whose'));
  });

  test('sales bands follow each other without a gap and end where scales do (PP 7/2021 art. 35)', () => {
    const bands = coreQuestionnaire.lists.sales_band!.map(({ columns }) => columns!);
    for (const [at, band] of bands.entries()) expect(band.from).toBe(at === 0 ? '0' : bands[at - 1]!.to);
    expect(bands.at(-1)!.to).toBeUndefined();
    const ends = bands.map(({ to }) => Number(to));
    for (const end of umkmScaleCriteria[0]!.sales) expect(ends).toContain(end);
  });
});

describe('further blocks', () => {
  test.each(furtherBlockNames)('%s can be switched on alone, before the sales', (name) => {
    const form = withFurtherBlocks(coreQuestionnaire, [name]);
    expect(openForm(form).ok).toBe(true);
    expect(form.items.at(-2)?.name).toBe(`block_${name}`);
    expect(form.items.at(-1)?.name).toBe('closing');
  });

  test('all of them together can be finished, for every verdict', () => {
    const open = opened(everything);
    for (const { name: verdict } of coreQuestionnaire.lists.verdict!) {
      const filled = fill({ verdict, awards: '1', trainings: '1', materials: '2' }, open);
      expect(finishAnswers(open, filled, moment).problems).toEqual([]);
    }
  });

  test('shares of sales that exceed the whole are noticed', () => {
    const open = opened(everything);
    const shares = { verdict: 'produces', sold_city: '80', sold_country: '30', sold_abroad: '0' };
    const { problems } = finishAnswers(open, { ...fill(shares, open), ...shares }, moment);
    expect(problems).toMatchObject([{ path: 'sold_abroad', code: 'constraint' }]);
  });
});

test('every word is there in both languages', () => {
  const missing: string[] = [];
  const check = (name: string, text: FormText | undefined) => {
    if (text && !(text.id && text.en)) missing.push(name);
  };
  const walk = (item: FormItem): void => {
    check(item.name, item.label);
    if (!isQuestion(item)) {
      item.items.forEach(walk);
      return;
    }
    const texts: (keyof Question)[] = ['hint', 'constraintMessage', 'requiredMessage', 'unit'];
    for (const part of texts) check(item.name, item[part] as FormText | undefined);
  };
  everything.items.forEach(walk);
  for (const choices of Object.values(everything.lists))
    for (const { name, label } of choices) check(name, label);
  expect(missing).toEqual([]);
});
