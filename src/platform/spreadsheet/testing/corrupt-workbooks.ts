import type { CorruptFile } from './corrupt-file.ts';
import { SMALL_LIST, sheetRow, workbookBytes, workbookParts } from './workbook-bytes.ts';
import { zipBytes } from './zip-bytes.ts';

const small = () => workbookBytes({ sheets: [{ name: 'Daftar', rows: SMALL_LIST }] });
const withRows = (rows: string, rest: object = {}) =>
  workbookBytes({ sheets: [{ name: 'Daftar', rows }], ...rest });
const MB = 1024 * 1024;

/** Workbooks that are broken or hostile. */
export function corruptWorkbooks(): CorruptFile[] {
  return [
    {
      what: 'zip cut off in the middle',
      fileName: 'terpotong.xlsx',
      bytes: () => small().subarray(0, 700),
      expected: { refused: 'damaged-file' },
    },
    {
      what: 'zip with a damaged sheet',
      fileName: 'rusak.xlsx',
      bytes: () => {
        const bytes = zipBytes(
          workbookParts({ sheets: [{ name: 'Daftar', rows: SMALL_LIST }] }).map((part) => ({
            ...part,
            stored: true,
          })),
        );
        bytes.write('S1ti', bytes.indexOf('Siti'));
        return bytes;
      },
      expected: { refused: 'damaged-file' },
    },
    {
      what: 'zip whose compressed bytes are garbage',
      fileName: 'sampah.xlsx',
      bytes: () => {
        const bytes = Buffer.from(small());
        bytes.fill(0xff, bytes.lastIndexOf('sheet1.xml', bytes.length - 400) - 60, bytes.length - 600);
        return bytes;
      },
      expected: { refused: 'damaged-file' },
    },
    {
      what: 'zip bomb by its table of contents',
      fileName: 'bom.xlsx',
      bytes: () =>
        workbookBytes({
          sheets: [{ name: 'Daftar', rows: `<row><c t="str"><v>${' '.repeat(64 * MB)}</v></c></row>` }],
        }),
      expected: { refused: 'archive-bomb' },
    },
    {
      what: 'zip bomb that lies about its size',
      fileName: 'bohong.xlsx',
      bytes: () => {
        const parts = workbookParts({
          sheets: [{ name: 'Daftar', rows: `<row><c t="str"><v>${' '.repeat(32 * MB)}</v></c></row>` }],
        });
        return zipBytes(
          parts.map((part) => (part.name.includes('sheet1') ? { ...part, declaredBytes: 5000 } : part)),
        );
      },
      expected: { refused: 'archive-bomb' },
    },
    {
      what: 'zip of ten thousand parts',
      fileName: 'serpihan.xlsx',
      bytes: () =>
        workbookBytes({
          sheets: [],
          parts: Array.from({ length: 10_000 }, (_, i) => ({ name: `x/${i}`, data: '' })),
        }),
      expected: { refused: 'archive-bomb' },
    },
    {
      what: 'names that climb out of the archive',
      fileName: 'panjat.xlsx',
      bytes: () => withRows(SMALL_LIST, { parts: [{ name: '../../../etc/cron.d/x', data: 'x' }] }),
      expected: { refused: 'unsafe-content' },
    },
    {
      what: 'external entity in a sheet',
      fileName: 'entitas.xlsx',
      bytes: () =>
        workbookBytes({
          sheets: [
            {
              name: 'A',
              before: '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>',
              rows: '<row r="1"><c r="A1" t="str"><v>&f;</v></c></row>',
            },
          ],
        }),
      expected: { refused: 'unsafe-content' },
    },
    {
      what: 'billion laughs in the shared texts',
      fileName: 'tawa.xlsx',
      bytes: () =>
        withRows(SMALL_LIST, {
          parts: [
            {
              name: 'xl/sharedStrings.xml',
              data: '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>',
            },
          ],
        }),
      expected: { refused: 'unsafe-content' },
    },
    {
      what: 'entity that nobody defined',
      fileName: 'entitas2.xlsx',
      bytes: () => withRows('<row r="1"><c r="A1" t="str"><v>&nbsp;</v></c></row>'),
      expected: { refused: 'damaged-file' },
    },
    {
      what: 'sheet whose XML breaks off',
      fileName: 'xml.xlsx',
      bytes: () =>
        withRows(SMALL_LIST, {
          parts: [
            {
              name: 'xl/worksheets/sheet1.xml',
              data: `<worksheet><sheetData>${SMALL_LIST}<row r="4"><c r="A4"`,
            },
          ],
        }),
      expected: { refused: 'damaged-file' },
    },
    {
      what: 'sheet whose tags are crossed',
      fileName: 'silang.xlsx',
      bytes: () => withRows('<row r="1"><c r="A1"><v>1</c></v></row>'),
      expected: { refused: 'damaged-file' },
    },
    {
      what: 'sheet nested without end',
      fileName: 'dalam.xlsx',
      bytes: () => withRows('<a>'.repeat(100_000)),
      expected: { refused: 'damaged-file' },
    },
    {
      what: 'shared texts missing',
      fileName: 'tanpa-teks.xlsx',
      bytes: () =>
        withRows('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', { without: ['xl/sharedStrings.xml'] }),
      expected: { refused: 'damaged-file' },
    },
    {
      what: 'shared text beyond the last',
      fileName: 'teks-99.xlsx',
      bytes: () => withRows('<row r="1"><c r="A1" t="s"><v>99</v></c></row>', { sharedTexts: ['a'] }),
      expected: { refused: 'damaged-file' },
    },
    {
      what: 'list of sheets missing',
      fileName: 'tanpa-buku.xlsx',
      bytes: () => withRows(SMALL_LIST, { without: ['xl/workbook.xml'] }),
      expected: { refused: 'damaged-file' },
    },
    {
      what: 'a sheet missing',
      fileName: 'tanpa-lembar.xlsx',
      bytes: () => withRows(SMALL_LIST, { without: ['xl/worksheets/sheet1.xml'] }),
      expected: { refused: 'damaged-file' },
    },
    {
      what: 'workbook without rows',
      fileName: 'kosong.xlsx',
      bytes: () => withRows(''),
      expected: { refused: 'no-rows' },
    },
    {
      what: 'more than 300 columns',
      fileName: 'lebar.xlsx',
      bytes: () =>
        withRows(
          sheetRow(
            1,
            Array.from({ length: 301 }, (_, i) => `k${i}`),
          ),
        ),
      expected: { refused: 'too-many-columns' },
    },
    {
      what: '101 sheets',
      fileName: 'lembar.xlsx',
      bytes: () =>
        workbookBytes({
          sheets: Array.from({ length: 101 }, (_, i) => ({ name: `L${i}`, rows: SMALL_LIST })),
        }),
      expected: { refused: 'too-many-sheets' },
    },
    {
      what: 'very long cell in a workbook',
      fileName: 'panjang.xlsx',
      bytes: () => withRows(sheetRow(1, ['x'.repeat(33_000)])),
      expected: { refused: 'cell-too-long' },
    },
    {
      what: 'one long text named a hundred thousand times',
      fileName: 'ulang.xlsx',
      bytes: () =>
        withRows(
          Array.from(
            { length: 5_000 },
            (_, r) => `<row r="${r + 1}">${'<c t="s"><v>0</v></c>'.repeat(20)}</row>`,
          ).join(''),
          { sharedTexts: ['x'.repeat(32_000)] },
        ),
      expected: { refused: 'archive-bomb' },
    },
  ];
}
