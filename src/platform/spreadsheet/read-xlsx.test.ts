import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { legacyBytes } from './testing/odd-workbooks.ts';
import { readAll } from './testing/read-all.ts';
import { odsBytes, SMALL_LIST, sheetRow, workbookBytes } from './testing/workbook-bytes.ts';

const oneSheet = (rows: string, rest: object = {}) =>
  workbookBytes({ sheets: [{ name: 'Daftar', rows }], ...rest });

describe('a workbook', () => {
  it('gives text, numbers, truth values, dates and errors as what they are', async () => {
    const rows = sheetRow(1, [
      'Siti',
      1.5,
      { raw: '<c t="b"><v>1</v></c>' },
      { raw: '<c s="1"><v>45000</v></c>' },
      { raw: '<c t="e"><v>#N/A</v></c>' },
      { raw: '<c t="s"><v>0</v></c>' },
      { raw: '<c t="str"><f>A1</f><v>Siti_x000D_&amp; Co</v></c>' },
      { raw: '<c><v>0.30000000000000004</v></c>' },
    ]);
    const sheet = (
      await readAll(
        oneSheet(rows, { sharedTexts: ['Batik &lt;tulis&gt;'], formats: ['dd mmm yyyy'] }),
        'a.xlsx',
      )
    ).sheets[0];
    expect(sheet?.rows).toEqual([
      ['Siti', 1.5, true, '2023-03-15', '#N/A', 'Batik <tulis>', 'Siti\r& Co', 0.3],
    ]);
    expect(sheet?.marks).toEqual([
      { row: 1, column: 3, mark: 'date' },
      { row: 1, column: 4, mark: 'error' },
      { row: 1, column: 6, mark: 'formula' },
    ]);
  });

  it('never loses digits of a NIK stored as a number in silence', async () => {
    const rows = sheetRow(1, [
      { raw: '<c><v>9171014107800001</v></c>' },
      { raw: '<c><v>3.375014107800001E15</v></c>' },
      337501410780000,
    ]);
    const sheet = (await readAll(oneSheet(rows), 'a.xlsx')).sheets[0];
    expect(sheet?.rows).toEqual([['9171014107800001', '3375014107800001', 337501410780000]]);
    expect(sheet?.marks.map(({ column, mark }) => [column, mark])).toEqual([
      [0, 'long-number'],
      [1, 'long-number'],
    ]);
  });

  it('shows leading zeros and percentages as a person sees them', async () => {
    const rows = sheetRow(1, [
      { raw: '<c s="1"><v>81234567</v></c>' },
      { raw: '<c s="2"><v>85</v></c>' },
      { raw: '<c s="3"><v>0.125</v></c>' },
    ]);
    const formats = ['0000000000', '"0"#', '0.0%'];
    expect((await readAll(oneSheet(rows, { formats }), 'a.xlsx')).sheets[0]?.rows).toEqual([
      ['0081234567', '085', '12.5%'],
    ]);
  });

  it('counts days from 1904 where the workbook says so', async () => {
    const rows = sheetRow(1, [{ raw: '<c s="1"><v>43538</v></c>' }]);
    expect(
      (await readAll(oneSheet(rows, { formats: ['d/m/yy'], date1904: true }), 'a.xlsx')).sheets[0]?.rows,
    ).toEqual([['2023-03-15']]);
  });

  it('fills merged headings from their top-left cell and marks what it filled', async () => {
    const bytes = workbookBytes({
      sheets: [
        {
          name: 'A',
          rows:
            sheetRow(1, ['Pemilik', null, 'Usaha']) +
            sheetRow(2, ['Nama', 'NIK']) +
            sheetRow(3, ['Siti', '3375', 'Batik']),
          after: '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="C1:C2"/></mergeCells>',
        },
      ],
    });
    const sheet = (await readAll(bytes, 'a.xlsx')).sheets[0];
    expect(sheet?.rows).toEqual([
      ['Pemilik', 'Pemilik', 'Usaha'],
      ['Nama', 'NIK', 'Usaha'],
      ['Siti', '3375', 'Batik'],
    ]);
    expect(sheet?.marks.map(({ row, column }) => [row, column])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it('tells which sheets and rows are hidden', async () => {
    const rows = SMALL_LIST.replace('<row r="2"', '<row hidden="1" r="2"');
    const file = await readAll(
      workbookBytes({
        sheets: [
          { name: 'A', rows },
          { name: 'B', rows: SMALL_LIST, state: 'hidden' },
        ],
      }),
      'a.xlsx',
    );
    expect(file.sheets.map(({ name, hidden, hiddenRows }) => [name, hidden, hiddenRows])).toEqual([
      ['A', false, [2]],
      ['B', true, []],
    ]);
  });

  it('keeps the row numbers of the file when rows are missing', async () => {
    const rows = sheetRow(1, ['a']) + sheetRow(1_048_576, ['b']);
    expect((await readAll(oneSheet(rows), 'a.xlsx')).sheets[0]?.rowNumbers).toEqual([1, 1_048_576]);
  });

  it('is read the same with another writer’s prefixes and quotes', async () => {
    const rows = `<x:row r='1'><x:c r='A1' t='inlineStr'><x:is><x:r><x:t>Si</x:t></x:r><x:r><x:t>ti</x:t></x:r><x:rPh><x:t>no</x:t></x:rPh></x:is></x:c><x:c r='C1'><x:v>7</x:v></x:c></x:row>`;
    expect((await readAll(oneSheet(rows), 'a.xlsx')).sheets[0]?.rows).toEqual([['Siti', null, 7]]);
  });

  it.each(['xlsx', 'xls', 'ods'] as const)('of another program is read alike as .%s', async (bookType) => {
    const book = utils.book_new();
    const first = utils.aoa_to_sheet([
      ['Nama', 'Pekerja'],
      ['Siti', 4],
      ['Élise 🧵', 1.5],
    ]);
    utils.book_append_sheet(book, first, 'Jenggot');
    utils.book_append_sheet(book, utils.aoa_to_sheet([['x', true]]), 'Kosong & lain');
    const bytes = write(book, { type: 'buffer', bookType, bookSST: true }) as Buffer;
    const file = await readAll(bytes, `a.${bookType}`);
    expect(file.kind).toBe(bookType);
    expect(file.sheets.map(({ name, rows }) => [name, rows])).toEqual([
      [
        'Jenggot',
        [
          ['Nama', 'Pekerja'],
          ['Siti', 4],
          ['Élise 🧵', 1.5],
        ],
      ],
      ['Kosong & lain', [['x', true]]],
    ]);
  });

  it('stops between two batches when the reading is cancelled', async () => {
    const stop = new AbortController();
    stop.abort(new Error('dibatalkan'));
    await expect(readAll(oneSheet(SMALL_LIST), 'a.xlsx', { signal: stop.signal })).rejects.toThrow(
      'dibatalkan',
    );
  });

  it('is refused at the limit of rows, with the limit in the sentence', async () => {
    const { refusal } = await readAll(oneSheet(SMALL_LIST), 'a.xlsx', { limits: { rows: 2 } });
    expect(refusal).toMatchObject({ code: 'too-many-rows', details: { sheet: 'Daftar', row: 3, limit: 2 } });
    expect(refusal?.message.id).toContain('2 baris');
  });
});

describe('an old .xls', () => {
  it('ends with a refusal, not with the program, when it asks for more memory or time than it may have', async () => {
    const bytes = legacyBytes(Array.from({ length: 20_000 }, (_, i) => [`Siti ${i}`, i, `Jl. ${i}`]));
    expect((await readAll(bytes, 'a.xls', { limits: { legacyMegabytes: 8 } })).refusal?.code).toBe(
      'took-too-long',
    );
    expect((await readAll(bytes, 'a.xls', { limits: { legacyMilliseconds: 1 } })).refusal?.code).toBe(
      'took-too-long',
    );
  });

  it('is read in full over several batches', async () => {
    const sheet = (
      await readAll(legacyBytes(Array.from({ length: 2_500 }, (_, i) => [`Siti ${i}`, i])), 'a.xls')
    ).sheets[0];
    expect(sheet?.rows).toHaveLength(2_500);
    expect(sheet?.rows.at(-1)).toEqual(['Siti 2499', 2499]);
  });
});

describe('an .ods', () => {
  it('repeats what is written once with a count, joins paragraphs, and leaves comments out', async () => {
    const row = (inner: string, attributes = '') =>
      `<table:table-row ${attributes}>${inner}</table:table-row>`;
    const text = (inner: string, attributes = '') =>
      `<table:table-cell office:value-type="string" ${attributes}>${inner}</table:table-cell>`;
    const bytes = odsBytes(
      `<table:table table:name="A">${row(`${text('<text:p>Pemilik</text:p>', 'table:number-columns-spanned="2"')}<table:covered-table-cell/>`)}` +
        row(
          text(
            '<office:annotation><text:p>catatan</text:p></office:annotation><text:p>Jl.<text:s text:c="2"/>A</text:p><text:p>RT 2</text:p>',
            'table:number-columns-repeated="2"',
          ),
          'table:number-rows-repeated="2"',
        ) +
        row(
          '<table:table-cell office:value-type="date" office:date-value="2026-03-14"><text:p>14/03/26</text:p></table:table-cell>',
          'table:visibility="filter"',
        ) +
        '</table:table>',
    );
    const sheet = (await readAll(bytes, 'a.ods')).sheets[0];
    expect(sheet?.rows).toEqual([
      ['Pemilik', 'Pemilik'],
      ['Jl.  A\nRT 2', 'Jl.  A\nRT 2'],
      ['Jl.  A\nRT 2', 'Jl.  A\nRT 2'],
      ['2026-03-14'],
    ]);
    expect(sheet?.rowNumbers).toEqual([1, 2, 3, 4]);
    expect(sheet?.hiddenRows).toEqual([4]);
  });
});
