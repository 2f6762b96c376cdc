import { describe, expect, test } from 'vitest';
import { xlsFormProblemPlace, xlsFormProblemText } from '../messages/xlsform-problem.ts';
import { readXlsForm } from './read-xlsform.ts';
import type { Sheets } from './xlsform-problem.ts';

const settings = [
  ['form_title', 'form_id', 'version'],
  ['Uji', 'uji', '3'],
];

/** A sheet out of lines with cells between bars. */
function sheet(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
}

function form(sheets: Sheets) {
  const read = readXlsForm({ settings, ...sheets });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

function problems(sheets: Sheets) {
  const read = readXlsForm({ settings, ...sheets });
  return read.ok ? [] : read.refusal;
}

describe('forms as offices write them are read', () => {
  test('a form with groups, skips, constraints and translations', () => {
    const read = form({
      survey: sheet(`
        type                 | name   | label::English (en) | Label :: Bahasa Indonesia (id) | required | relevant       | constraint | constraint_message::English (en)
        begin group          | who    | Person              | Orang                          |          |                |            |
        text                 | nama   | Name                | Nama                           | yes      |                |            |
        integer              | umur   | Age                 | Umur                           |          | \${nama} != '' | . < 120    | Too old
        end group            |        |                     |                                |          |                |            |
        Select_One yes_no    | ulang  | Again?              | Lagi?                          | true()   |                |            |
      `),
      choices: sheet(`
        list name | value | label::English
        yes_no    | yes   | Yes
        yes_no    | no    | No
      `),
    });
    expect(read).toEqual({
      id: 'uji',
      version: 3,
      title: 'Uji',
      defaultLanguage: 'id',
      items: [
        {
          kind: 'group',
          name: 'who',
          label: { en: 'Person', id: 'Orang' },
          items: [
            { kind: 'text', name: 'nama', label: { en: 'Name', id: 'Nama' }, required: true },
            {
              kind: 'integer',
              name: 'umur',
              label: { en: 'Age', id: 'Umur' },
              relevant: "${nama} != ''",
              constraint: '. < 120',
              constraintMessage: { en: 'Too old' },
            },
          ],
        },
        {
          kind: 'select_one',
          list: 'yes_no',
          name: 'ulang',
          label: { en: 'Again?', id: 'Lagi?' },
          required: true,
        },
      ],
      lists: {
        yes_no: [
          { name: 'yes', label: { en: 'Yes' } },
          { name: 'no', label: { en: 'No' } },
        ],
      },
    });
  });

  test('cascades by a column of the choices, repeats, calculations, photo, position', () => {
    const read = form({
      survey: sheet(`
        type                | name     | label         | choice_filter      | calculation   | repeat_count | parameters      | appearance
        select_one kec      | kec      | Kecamatan     |                    |               |              |                 | minimal
        select_one kel      | kel      | Kelurahan     | kec = \${kec}      |               |              |                 |
        integer             | n        | Berapa?       |                    |               |              |                 |
        begin_repeat        | goods    | Barang        |                    |               | \${n}        |                 |
        decimal             | price    | Harga         |                    |               |              |                 |
        end_repeat          |          |               |                    |               |              |                 |
        calculate           | total    |               |                    | sum(\${price})|              |                 |
        geopoint            | place    | Tempat        |                    |               |              |                 |
        image               | photo    | Foto          |                    |               |              | max-pixels=1024 |
        acknowledge         | agree    | Setuju        |                    |               |              |                 |
        note                | thanks   | Rp \${total}  |                    |               |              |                 |
      `),
      choices: sheet(`
        list_name | name | label   | kec
        kec       | a    | Utara   |
        kec       | b    | Selatan |
        kel       | x    | Bendan  | a
        kel       | y    | Jenggot | b
      `),
    });
    expect(read.lists.kel?.[1]).toEqual({ name: 'y', label: { id: 'Jenggot' }, columns: { kec: 'b' } });
    expect(read.items.map(({ kind }) => kind)).toEqual([
      'select_one',
      'select_one',
      'integer',
      'repeat',
      'calculate',
      'geopoint',
      'photo',
      'acknowledge',
      'note',
    ]);
    expect(read.items[6]).toMatchObject({ maxPixels: 1024 });
  });

  test('our own kinds stand in columns that other programs leave alone', () => {
    const read = form({
      survey: sheet(`
        type    | name  | label | appearance    | bind::gawangan:kind | bind::gawangan:states | bind::gawangan:unit | bind::gawangan:personal
        text    | nik   | NIK   | numbers       | nik                 | not_shown declined    |                     |
        decimal | omzet | Omzet | thousands-sep | money               | declined              | rupiah              |
        text    | rumah | Rumah |               |                     |                       |                     | yes
      `),
    });
    expect(read.items).toEqual([
      { kind: 'nik', name: 'nik', label: { id: 'NIK' }, states: ['not_shown', 'declined'] },
      { kind: 'money', name: 'omzet', label: { id: 'Omzet' }, states: ['declined'], unit: { id: 'rupiah' } },
      { kind: 'text', name: 'rumah', label: { id: 'Rumah' }, personal: true },
    ]);
  });

  test('curled quotes of a word processor, remarks of the author and empty rows and columns do no harm', () => {
    const read = form({
      survey: [
        ['type', 'name', 'label', 'relevant', '# catatan', 'hint'],
        ['text', 'a', 'A', '', 'tanya Bu Ani', ''],
        ['', '', '', '', '', ''],
        ['text', 'b', 'B “baru”', '${a} = ‘x’', '', ''],
      ],
      petunjuk: [['apa saja']],
      entities: [['', '']],
    });
    expect(read.items[1]).toMatchObject({ relevant: "${a} = 'x'", label: { id: 'B “baru”' } });
  });
});

describe('whatever is not supported is named with its place', () => {
  const one = (heading: string, cell: string, type = 'text'): Sheets => ({
    survey: [
      ['type', 'name', 'label', heading],
      ['text', 'first', 'First', ''],
      [type, 'q', 'Q', cell],
    ],
    choices: [
      ['list_name', 'name', 'label'],
      ['l', 'x', 'X'],
    ],
  });

  test.each<[string, Sheets, object]>([
    ['type', one('hint', '', 'audio'), { row: 3, column: 'type', code: 'type_unsupported', value: 'audio' }],
    [
      'range',
      one('parameters', 'start=1 end=5', 'range'),
      { column: 'type', code: 'type_unsupported', value: 'range' },
    ],
    [
      'file list',
      one('hint', '', 'select_one_from_file kel.csv'),
      { code: 'type_unsupported', value: 'select_one_from_file kel.csv' },
    ],
    ['or_other', one('hint', '', 'select_one l or_other'), { code: 'or_other_unsupported' }],
    ['list', one('hint', '', 'select_one m'), { column: 'type', code: 'list_unknown', value: 'm' }],
    ['column', one('media::image', 'a.jpg'), { row: 3, column: 'media::image', code: 'column_unsupported' }],
    [
      'bind',
      one('bind::esri:fieldLength', '5'),
      { code: 'column_unsupported', value: 'bind::esri:fieldLength' },
    ],
    [
      'misspelling',
      one('relevent', '1'),
      { row: 3, column: 'relevent', code: 'column_unknown', value: 'relevent' },
    ],
    [
      'language',
      one('label::Français (fr)', 'Q'),
      { code: 'language_unsupported', value: 'label::Français (fr)' },
    ],
    [
      'appearance',
      one('appearance', 'minimal signature', 'image'),
      { column: 'appearance', code: 'appearance_unsupported', value: 'signature' },
    ],
    [
      'parameter',
      one('parameters', 'max-pixels=640 app=x', 'image'),
      { code: 'parameter_unsupported', value: 'app=x' },
    ],
    [
      'function',
      one('constraint', "pulldata('a','b','c',1) = ."),
      { row: 3, column: 'constraint', code: 'function_unsupported', value: 'pulldata()' },
    ],
    [
      'path',
      one('relevant', "../first = '1'"),
      { row: 3, column: 'relevant', code: 'path_unsupported', value: '../first' },
    ],
    [
      'name',
      one('relevant', "${frist} = '1'"),
      { row: 3, column: 'relevant', code: 'reference_unknown', value: '${frist}' },
    ],
    ['read_only', one('read_only', "${first} = 'x'"), { code: 'read_only_expression' }],
    [
      'kind',
      one('bind::gawangan:kind', 'money'),
      { column: 'bind::gawangan:kind', code: 'kind_unknown', value: 'money' },
    ],
    ['state', one('bind::gawangan:states', 'declined maybe'), { code: 'states_unknown', value: 'maybe' }],
    [
      'misplaced',
      one('repeat_count', '3'),
      { column: 'repeat_count', code: 'property_not_here', value: '3' },
    ],
    ['open group', one('hint', '', 'begin_group'), { row: 3, code: 'group_not_closed', value: 'q' }],
    ['closed group', one('hint', '', 'end group'), { row: 3, code: 'group_not_open', value: 'end group' }],
    [
      'entities',
      { ...one('hint', ''), entities: [['list_name'], ['trees']] },
      { sheet: 'entities', row: null, code: 'sheet_unsupported' },
    ],
    [
      'settings',
      {
        ...one('hint', ''),
        settings: [
          ['form_id', 'public_key'],
          ['a', 'x'],
        ],
      },
      { sheet: 'settings', column: 'public_key', code: 'column_unsupported' },
    ],
    [
      'version',
      {
        ...one('hint', ''),
        settings: [
          ['form_id', 'version'],
          ['a', 'v2'],
        ],
      },
      { sheet: 'settings', row: 2, column: 'version', code: 'version_not_a_number', value: 'v2' },
    ],
    ['form_id', { ...one('hint', ''), settings: [] }, { sheet: 'settings', code: 'form_id_missing' }],
    [
      'choice twice',
      {
        ...one('hint', ''),
        choices: [
          ['list_name', 'name', 'label'],
          ['l', 'x', 'X'],
          ['l', 'x', 'Y'],
        ],
      },
      { sheet: 'choices', row: 3, code: 'choice_twice', value: 'x' },
    ],
    [
      'choice with a space',
      {
        ...one('hint', ''),
        choices: [
          ['list_name', 'name', 'label'],
          ['l', 'x y', 'X'],
        ],
      },
      { sheet: 'choices', row: 2, code: 'choice_name_invalid' },
    ],
    [
      'choice picture',
      {
        ...one('hint', ''),
        choices: [
          ['list_name', 'name', 'label', 'image'],
          ['l', 'x', 'X', 'a.png'],
        ],
      },
      { sheet: 'choices', column: 'image', code: 'column_unsupported' },
    ],
  ])('%s', (_, sheets, expected) => {
    const found = problems(sheets);
    expect(found).toContainEqual(expect.objectContaining(expected));
    for (const problem of found)
      for (const language of ['id', 'en'] as const)
        expect(xlsFormProblemText(problem, language).length).toBeGreaterThan(10);
  });

  test('everything is named at once, and an unsupported question does not make others wrong', () => {
    const found = problems({
      survey: sheet(`
        type    | name  | label | relevant
        barcode | code  | Scan  |
        text    | after | After | \${code} != ''
        rank l  | order | Order | uuid() = 1
      `),
    });
    expect(found.map(({ row, column, code, value }) => [row, column, code, value])).toEqual([
      [2, 'type', 'type_unsupported', 'barcode'],
      [4, 'type', 'type_unsupported', 'rank l'],
      [4, 'relevant', 'function_unsupported', 'uuid()'],
    ]);
    expect(xlsFormProblemPlace(found[2]!, 'id')).toBe('lembar survey, baris 4, kolom relevant');
  });

  test('without a sheet survey, and without the columns every form has', () => {
    expect(problems({})).toEqual([expect.objectContaining({ sheet: 'survey', code: 'sheet_missing' })]);
    expect(problems({ survey: [['pertanyaan'], ['Nama?']] })).toEqual(
      ['type', 'name'].map((column) => expect.objectContaining({ column, code: 'column_missing' })),
    );
    expect(problems({ survey: [['type', 'name']] })).toEqual([
      expect.objectContaining({ code: 'no_questions' }),
    ]);
  });
});
