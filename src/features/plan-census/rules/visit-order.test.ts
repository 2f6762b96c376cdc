import { expect, test } from 'vitest';
import { type RowToVisit, type RtWord, visitOrder } from './visit-order.ts';

const row = (rowId: string, more: Partial<RowToVisit> = {}): RowToVisit => ({
  rowId,
  inSample: false,
  rtInformation: null,
  villageCode: '33.75.01.1001',
  rw: '1',
  rt: '1',
  ...more,
});
const order = (...rows: RowToVisit[]) => visitOrder(rows).map(({ rowId }) => rowId);

test('who still runs says the RT is visited before those of whom it said nothing, and these before those gone', () => {
  const said = (word: RtWord) => row(word, { rtInformation: word });
  expect(
    order(said('closed'), said('moved'), row('not said'), said('unknown_person'), said('still_running')),
  ).toEqual(['still_running', 'not said', 'unknown_person', 'moved', 'closed']);
});

test('the sub-sample goes first, even what the RT says has closed', () => {
  const drawn = row('drawn', { inSample: true, rtInformation: 'closed' });
  const alsoDrawn = row('also drawn', { inSample: true, rtInformation: 'still_running', rt: '2' });
  expect(order(row('runs', { rtInformation: 'still_running' }), alsoDrawn, drawn)).toEqual([
    'drawn',
    'also drawn',
    'runs',
  ]);
});

test('among equals one walks village by village, RW 9 before RW 10, and asks for those without RT last', () => {
  const rows = [
    row('no village', { villageCode: null }),
    row('no rt', { rt: null }),
    row('rw 10', { rw: '10' }),
    row('rw 9', { rw: '9' }),
    row('next village', { villageCode: '33.75.01.1002' }),
    row('rt 1'),
  ];
  expect(order(...rows)).toEqual(['rt 1', 'no rt', 'rw 9', 'rw 10', 'next village', 'no village']);
});
