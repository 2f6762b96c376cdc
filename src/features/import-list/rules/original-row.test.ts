import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from './cell.ts';
import { aListContext, aMapping } from './factory.ts';
import {
  isUnmended,
  mendingSheet,
  packOriginal,
  readMended,
  recogniseMended,
  unpackOriginal,
} from './original-row.ts';
import { inListOrder } from './plan-sheets.ts';
import { rowValidator } from './validate-row.ts';

const rowId = '0195a1b2-c3d4-7e5f-8a6b-0123456789ab';
const headings = [
  { text: 'NO' },
  { text: 'NAMA' },
  { text: 'NIK' },
  { text: 'L', top: 'TENAGA KERJA' },
  { text: '' },
];
const original: Row = [7, 'Siti Aminah', '337504470885001', 2, null];
const validate = rowValidator(aMapping('kept', 'full_name', 'nik', 'workers_male', null), aListContext());

describe('the original row', () => {
  it('comes back just as it was, but for empty cells at its end', () => {
    expect(unpackOriginal(packOriginal(original))).toEqual([7, 'Siti Aminah', '337504470885001', 2]);
    expect(packOriginal([null, ''])).toBe('[]');
  });

  it('whatever it held', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
      fc.boolean(),
      fc.constant(null),
    );
    fc.assert(fc.property(fc.array(cell), (row) => isUnmended(row, unpackOriginal(packOriginal(row)))));
  });
});

describe('the sheet of rows to mend', () => {
  const { problems } = validate(original);
  const sheet = mendingSheet(headings, [{ rowId, original, problems }], ({ code }) => code);

  it('has the columns of the list, the reason in front, and points to the cell', () => {
    expect(sheet.header).toEqual([
      'ID baris (jangan diubah)',
      'Yang perlu diperbaiki',
      'NO',
      'NAMA',
      'NIK',
      'TENAGA KERJA L',
      '',
    ]);
    expect(sheet.rows).toEqual([[rowId, 'nik_too_short', 7, 'Siti Aminah', '337504470885001', 2, null]]);
    expect(sheet.faulty).toEqual([{ row: 0, column: 4 }]);
    expect(sheet.hiddenColumns).toEqual([0]);
  });

  it('asks only for what keeps the row out, not for warnings', () => {
    expect(problems.map(({ code }) => code)).toContain('village_missing');
    expect(sheet.rows[0]![1]).toBe('nik_too_short');
  });

  it('is recognised when it comes back mended, and its rows find their place', () => {
    const columns = recogniseMended(sheet.header, headings)!;
    const mended = readMended(
      [rowId, 'nik_too_short', 7, 'Siti Aminah', '3375044708850001', 2, null],
      columns,
    );
    expect(mended).toEqual({ rowId, cells: [7, 'Siti Aminah', '3375044708850001', 2, null] });
    expect(isUnmended(original, mended.cells)).toBe(false);
    expect(validate(mended.cells).disposition).toBe('ready');
  });

  it('also with its columns moved about, and one removed', () => {
    const order = [2, 0, 4, 3];
    const columns = recogniseMended(inListOrder(sheet.header, order), headings)!;
    expect(readMended(inListOrder(sheet.rows[0]!, order), columns)).toEqual({
      rowId,
      cells: [7, 'Siti Aminah', '337504470885001', null, null],
    });
  });

  it('takes rows added by hand, or with a spoilt id, for new ones', () => {
    const columns = recogniseMended(sheet.header, headings)!;
    expect(readMended(['', '', 8, 'Sri'], columns).rowId).toBeNull();
    expect(readMended(['12', '', 8, 'Sri'], columns).rowId).toBeNull();
  });

  it('is not seen in an ordinary list', () => {
    expect(recogniseMended(['ID', 'NAMA', 'NIK'], headings)).toBeNull();
  });
});
