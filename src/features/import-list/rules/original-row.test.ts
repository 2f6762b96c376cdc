import { describe, expect, it } from 'vitest';
import { isId } from '#kernel/id.ts';
import type { Row } from './cell.ts';
import { aListContext, aMapping } from './factory.ts';
import {
  mendingHeader,
  mendingLine,
  readMended,
  recogniseMended,
  rowIdOf,
  rowNumberOf,
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

describe('the id of a row', () => {
  it('says of which list it is and which row, and is an id like any other', () => {
    const importId = '0195a1b2-c3d4-7e5f-8a6b-0123456789ab';
    const id = rowIdOf(importId, 104_999);
    expect(isId(id)).toBe(true);
    expect(rowNumberOf(importId, id)).toBe(104_999);
    expect(rowNumberOf('0195a1b2-c3d4-7e5f-8a6b-1123456789ab', id)).toBeNull();
  });
});

describe('the sheet of rows to mend', () => {
  const { problems } = validate(original);
  const header = mendingHeader(headings, 5);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const line = mendingLine({ rowId, original, problems: errors }, 5, ({ code }) => code);

  it('has the columns of the list, with the reason in front', () => {
    expect(header).toEqual([
      'ID baris (jangan diubah)',
      'Yang perlu diperbaiki',
      'NO',
      'NAMA',
      'NIK',
      'TENAGA KERJA L',
      '',
    ]);
    expect(line).toEqual([rowId, 'nik_too_short', 7, 'Siti Aminah', '337504470885001', 2, null]);
  });

  it('is recognised when it comes back mended, and its rows find their place', () => {
    const columns = recogniseMended(header, headings)!;
    const mended = readMended(
      [rowId, 'nik_too_short', 7, 'Siti Aminah', '3375044708850001', 2, null],
      columns,
    );
    expect(mended).toEqual({ rowId, cells: [7, 'Siti Aminah', '3375044708850001', 2, null] });
    expect(validate(mended.cells).disposition).toBe('ready');
  });

  it('also with its columns moved about, and one removed', () => {
    const order = [2, 0, 4, 3];
    const columns = recogniseMended(inListOrder(header, order), headings)!;
    expect(readMended(inListOrder(line, order), columns)).toEqual({
      rowId,
      cells: [7, 'Siti Aminah', '337504470885001', null, null],
    });
  });

  it('takes rows added by hand, or with a spoilt id, for new ones', () => {
    const columns = recogniseMended(header, headings)!;
    expect(readMended(['', '', 8, 'Sri'], columns).rowId).toBeNull();
    expect(readMended(['12', '', 8, 'Sri'], columns).rowId).toBeNull();
  });

  it('is not seen in an ordinary list', () => {
    expect(recogniseMended(['ID', 'NAMA', 'NIK'], headings)).toBeNull();
  });
});
