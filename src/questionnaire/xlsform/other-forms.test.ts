import { expect, test } from 'vitest';
import { finishAnswers } from '../engine/finish-answers.ts';
import { openForm } from '../engine/open-form.ts';
import { startAnswers } from '../engine/start-answers.ts';
import { viewForm } from '../engine/view-form.ts';
import { readXlsForm } from './read-xlsform.ts';
import type { Sheets } from './xlsform-problem.ts';

/** Three forms as other people write them from the XLSForm specification, with features of their own. */
const moment = { now: Date.UTC(2026, 2, 14, 3), language: 'en' } as const;

const readAndOpen = (sheets: Sheets) => {
  const read = readXlsForm(sheets);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const open = openForm(read.value);
  if (!open.ok) throw new Error(JSON.stringify(open.refusal));
  return open.value;
};

test('a household form with repeats, sums and cascading choices is read and runs', () => {
  const open = readAndOpen({
    survey: [
      ['type', 'name', 'label', 'required', 'relevant', 'calculation', 'choice_filter', 'constraint'],
      ['begin group', 'place', 'Where', '', '', '', '', ''],
      ['select_one district', 'district', 'District', 'yes', '', '', '', ''],
      ['select_one village', 'village', 'Village', 'yes', '', '', 'district=${district}', ''],
      ['end group', '', '', '', '', '', '', ''],
      ['begin repeat', 'member', 'Member of the household', '', '', '', '', ''],
      ['text', 'member_name', 'Name', 'yes', '', '', '', ''],
      ['integer', 'age', 'Age', 'yes', '', '', '', '. >= 0 and . < 120'],
      ['decimal', 'income', 'Income', '', '${age} >= 15', '', '', ''],
      ['end repeat', '', '', '', '', '', '', ''],
      ['calculate', 'total', '', '', '', 'sum(${income})', '', ''],
      ['calculate', 'people', '', '', '', 'count(${member})', '', ''],
      ['note', 'summary', '${people} people earn ${total}', '', '${people} > 0', '', '', ''],
    ],
    choices: [
      ['list_name', 'name', 'label', 'district'],
      ['district', 'north', 'North', ''],
      ['district', 'south', 'South', ''],
      ['village', 'jenggot', 'Jenggot', 'south'],
      ['village', 'krapyak', 'Krapyak', 'north'],
    ],
    settings: [
      ['form_title', 'form_id', 'version'],
      ['Household', 'household', '2026031401'],
    ],
  });
  const answers = {
    ...startAnswers(open, {}, moment),
    district: 'south',
    village: 'jenggot',
    member: '2',
    'member[1]/member_name': 'A',
    'member[1]/age': '40',
    'member[1]/income': '1.5',
    'member[2]/member_name': 'B',
    'member[2]/age': '9',
    'member[2]/income': '99',
  };
  const village = viewForm(open, answers, moment)
    .sections.flatMap(({ entries }) => entries)
    .find((entry) => 'path' in entry && entry.path === 'village');
  expect(village && 'choices' in village && village.choices?.map(({ name }) => name)).toEqual(['jenggot']);
  const finished = finishAnswers(open, answers, moment);
  expect(finished.problems).toEqual([]);
  expect(finished.answers).toMatchObject({ total: '1.5', people: '2' });
  // A child of nine is not asked what it earns.
  expect(finished.answers).not.toHaveProperty('member[2]/income');
});

test('a form in two languages with older spellings of the specification is read', () => {
  const open = readAndOpen({
    survey: [
      [
        'type',
        'name',
        'label::Bahasa Indonesia (id)',
        'label::English (en)',
        'relevance',
        'calculate',
        '#note',
      ],
      ['string', 'owner', 'Nama pemilik', 'Owner', '', '', 'as on the card'],
      ['select_multiple goods', 'goods', 'Barang', 'Goods', '', '', ''],
      ['int', 'kinds', 'Berapa macam batik?', 'How many kinds?', "selected(${goods}, 'batik')", '', ''],
      ['calculate', 'answered', '', '', '', "if(string-length(${owner}) > 0, 'yes', 'no')", ''],
      ['trigger', 'agree', 'Setuju', 'Agrees', 'count-selected(${goods}) >= 1', '', ''],
    ],
    choices: [
      ['list name', 'value', 'label::Bahasa Indonesia (id)', 'label::English (en)'],
      ['goods', 'batik', 'Batik', 'Batik'],
      ['goods', 'food', 'Makanan', 'Food'],
    ],
    settings: [
      ['title', 'id_string', 'version', 'default_language'],
      ['Barang', 'goods_form', '3', 'Bahasa Indonesia (id)'],
    ],
  });
  const asked = (goods: string) =>
    viewForm(open, { ...startAnswers(open, {}, moment), owner: 'Ibu Sari', goods }, moment)
      .sections.flatMap(({ entries }) => entries)
      .flatMap((entry) => ('path' in entry ? [entry.path] : []));
  expect(asked('food')).toEqual(['owner', 'goods', 'agree']);
  expect(asked('batik food')).toEqual(['owner', 'goods', 'kinds', 'agree']);
});

test('what this program does not do is named by sheet, row, column and word, all at once', () => {
  const read = readXlsForm({
    survey: [
      ['type', 'name', 'label', 'calculation', 'appearance', 'media::image', 'choice_filter'],
      ['start', 'began', '', '', '', '', ''],
      ['audio', 'voice', 'Say it', '', '', '', ''],
      ['geotrace', 'border', 'Walk round the workshop', '', '', '', ''],
      ['select_one_from_file villages.csv', 'village', 'Village', '', '', '', ''],
      ['text', 'signature', 'Sign', '', 'signature', '', ''],
      ['calculate', 'price', '', "pulldata('prices', 'price', 'code', ${signature})", '', '', ''],
      ['text', 'picture', 'Which?', '', '', 'loom.png', ''],
      ['rank goods', 'order', 'Put in order', '', '', '', ''],
      ['calculate', 'whole', '', '/data/voice', '', '', ''],
    ],
    choices: [
      ['list_name', 'name', 'label'],
      ['goods', 'batik', 'Batik'],
    ],
    settings: [
      ['form_title', 'form_id', 'version', 'public_key'],
      ['Other', 'other', '1', 'MIIB'],
    ],
    entities: [['list_name'], ['workshops']],
  });
  if (read.ok) throw new Error('it was read');
  const named = read.refusal.map(({ sheet, row, column, value }) =>
    `${sheet} ${row ?? ''} ${value ?? column ?? ''}`.trim(),
  );
  expect(named).toEqual(
    expect.arrayContaining([
      'survey 2 start',
      'survey 3 audio',
      'survey 4 geotrace',
      'survey 5 select_one_from_file villages.csv',
      'survey 6 signature',
      expect.stringMatching(/^survey 7 pulldata/),
      'survey 8 media::image',
      'survey 9 rank goods',
      expect.stringMatching(/^survey 10 /),
      expect.stringMatching(/^entities/),
    ]),
  );
});
