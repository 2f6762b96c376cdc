import { type BookType, utils, write } from '@e965/xlsx';
import type { CorruptFile } from './corrupt-file.ts';
import { odsBytes, SMALL_LIST, sheetRow, workbookBytes } from './workbook-bytes.ts';

const withRows = (rows: string, rest: object = {}) =>
  workbookBytes({ sheets: [{ name: 'Daftar', rows }], ...rest });
const cell = (text: string) =>
  `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;

/** An old workbook by SheetJS, the one writer of .xls at hand. */
export function legacyBytes(rows: unknown[][], bookType: BookType = 'biff8'): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Daftar');
  return write(book, { type: 'buffer', bookType }) as Buffer;
}

/** Workbooks that are whole but not as one would wish. */
export function oddWorkbooks(): CorruptFile[] {
  return [
    {
      what: 'xlsx renamed .csv',
      fileName: 'daftar.csv',
      bytes: () => withRows(SMALL_LIST),
      expected: { rows: 3, notes: ['extension-differs'] },
    },
    {
      what: 'formula cells with and without results',
      fileName: 'rumus.xlsx',
      bytes: () =>
        withRows(
          sheetRow(1, [
            { raw: '<c><f>1+1</f><v>2</v></c>' },
            { raw: '<c><f>SUM(A1:A9)</f></c>' },
            { raw: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>' },
          ]),
        ),
      expected: { rows: 1, notes: ['formulas', 'formula-without-value', 'error-values'] },
    },
    {
      what: 'merged headers',
      fileName: 'gabung.xlsx',
      bytes: () =>
        workbookBytes({
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
        }),
      expected: { rows: 3, notes: ['merged-filled'] },
    },
    {
      what: 'header only workbook',
      fileName: 'judul.xlsx',
      bytes: () => withRows(sheetRow(1, ['NIK', 'Nama'])),
      expected: { rows: 1 },
    },
    {
      what: 'date serials',
      fileName: 'tanggal.xlsx',
      bytes: () =>
        withRows(sheetRow(1, [45000, { raw: '<c s="1"><v>45000</v></c>' }]), { formats: ['dd/mm/yyyy'] }),
      expected: { rows: 1 },
    },
    {
      what: 'NIK stored as a number',
      fileName: 'nik.xlsx',
      bytes: () => withRows(sheetRow(1, ['NIK']) + sheetRow(2, [{ raw: '<c><v>3.3750141078E+15</v></c>' }])),
      expected: { rows: 2, notes: ['long-numbers'] },
    },
    {
      what: 'macro file',
      fileName: 'makro.xlsm',
      bytes: () =>
        withRows(SMALL_LIST, {
          mainType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
          parts: [{ name: 'xl/vbaProject.bin', data: 'makro' }],
        }),
      expected: { rows: 3, notes: ['macros-ignored'] },
    },
    {
      what: '40 sheets, one per village',
      fileName: 'desa.xlsx',
      bytes: () =>
        workbookBytes({
          sheets: Array.from({ length: 40 }, (_, i) => ({ name: `Desa ${i + 1}`, rows: SMALL_LIST })),
        }),
      expected: { rows: 120 },
    },
    {
      what: 'only hidden sheets',
      fileName: 'sembunyi.xlsx',
      bytes: () => workbookBytes({ sheets: [{ name: 'A', rows: SMALL_LIST, state: 'veryHidden' }] }),
      expected: { rows: 3, notes: ['hidden-sheet', 'only-hidden-sheets'] },
    },
    {
      what: 'hidden rows',
      fileName: 'saring.xlsx',
      bytes: () => withRows(SMALL_LIST.replace('<row r="2"', '<row hidden="1" r="2"')),
      expected: { rows: 3, notes: ['hidden-rows'] },
    },
    {
      what: 'negative and falling row numbers',
      fileName: 'nomor.xlsx',
      bytes: () =>
        withRows(`${sheetRow(5, ['a'])}<row r="-3"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row>`),
      expected: { rows: 3, notes: ['odd-row-number'] },
    },
    {
      what: 'a single row at 1,048,576',
      fileName: 'jauh.xlsx',
      bytes: () => withRows(sheetRow(1, ['Nama']) + sheetRow(1_048_576, ['Siti'])),
      expected: { rows: 2 },
    },
    {
      what: 'three hundred thousand empty rows',
      fileName: 'hampa.xlsx',
      bytes: () =>
        withRows(SMALL_LIST + Array.from({ length: 300_000 }, (_, i) => `<row r="${i + 4}"/>`).join('')),
      expected: { rows: 3 },
    },
    {
      what: 'styled empty cells up to the last column',
      fileName: 'gaya.xlsx',
      bytes: () => withRows(`${SMALL_LIST}<row r="4"><c r="A4"><v>1</v></c><c r="XFD4" s="1"/></row>`),
      expected: { rows: 4 },
    },
    {
      what: 'duplicate headers in a workbook',
      fileName: 'ganda.xlsx',
      bytes: () => withRows(sheetRow(1, ['Nama', 'Nama']) + sheetRow(2, ['a', 'b'])),
      expected: { rows: 2 },
    },
    {
      what: 'title merged over all columns of the sheet',
      fileName: 'judul-lebar.xlsx',
      bytes: () =>
        workbookBytes({
          sheets: [
            {
              name: 'A',
              rows: SMALL_LIST,
              after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
            },
          ],
        }),
      expected: { rows: 3, notes: ['merged-filled'] },
    },
    {
      what: 'old .xls',
      fileName: 'lama.xls',
      bytes: () =>
        legacyBytes([
          ['NIK', 'Nama'],
          [3375014107800001, 'Siti'],
        ]),
      expected: { rows: 2, notes: ['long-numbers'] },
    },
    {
      what: 'old .xls renamed .xlsx',
      fileName: 'lama.xlsx',
      bytes: () => legacyBytes([['Nama'], ['Siti']]),
      expected: { rows: 2, notes: ['extension-differs'] },
    },
    {
      what: 'old .xls cut off',
      fileName: 'putus.xls',
      bytes: () => legacyBytes(Array.from({ length: 400 }, (_, i) => [`Siti ${i}`])).subarray(0, 3000),
      expected: { refused: 'damaged-file' },
    },
    {
      what: 'ods with a million repeated empty rows and a hidden sheet',
      fileName: 'libre.ods',
      bytes: () =>
        odsBytes(
          `<table:table table:name="Satu"><table:table-row>${cell('Nama')}${cell('NIK')}</table:table-row><table:table-row>${cell('Siti')}<table:table-cell office:value-type="float" office:value="3375014107800001"><text:p>3,37501E+15</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16382"/></table:table-row><table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>` +
            `<table:table table:name="Dua" table:style-name="ta2"><table:table-row>${cell('x')}</table:table-row></table:table>`,
          '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>',
        ),
      expected: { rows: 3, notes: ['long-numbers', 'hidden-sheet'] },
    },
    {
      what: 'ods that repeats a filled row a million times',
      fileName: 'ulang.ods',
      bytes: () =>
        odsBytes(
          `<table:table table:name="A"><table:table-row table:number-rows-repeated="1048576">${cell('x')}${cell('y')}</table:table-row></table:table>`,
        ),
      expected: { refused: 'archive-bomb' },
    },
    {
      what: 'ods with a password',
      fileName: 'kunci.ods',
      bytes: () => odsBytes('', '', '<manifest><manifest:encryption-data/></manifest>'),
      expected: { refused: 'password-protected' },
    },
  ];
}
