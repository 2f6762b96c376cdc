import { expect, test } from 'vitest';
import { inFolder } from './factory.ts';
import { openCsv, readCsvRows } from './read-csv.ts';

const folder = inFolder();

async function readAll(text: string | Buffer) {
  const head = await openCsv(folder.file('list.csv', text));
  const rows: string[][] = [];
  const remarks = await readCsvRows(head, (row) => rows.push(row));
  return { head, rows, remarks };
}

test('names of columns stand without the spaces and the mark at the beginning of the file', async () => {
  const { head, rows } = await readAll('\uFEFFid, name , town\n1, Siti, Tegal\n');
  expect(head.names).toEqual(['id', 'name', 'town']);
  expect(rows).toEqual([['1', ' Siti', ' Tegal']]);
});

test.each([
  [';', 'id;name;note\n1;Siti;a, b, c, d\n'],
  ['\t', 'id\tname\tnote\n1\tSiti\ta, b, c, d\n'],
  ['|', 'id|name|note\n1|Siti|a, b, c, d\n'],
  [',', '"id;|",name,note\n1,Siti,"a, b, c, d"\n'],
])('values may be parted by %j', async (mark, text) => {
  const { head, rows } = await readAll(text);
  expect(head.delimiter).toBe(mark);
  expect(rows).toEqual([['1', 'Siti', 'a, b, c, d']]);
});

test('quotation marks hold commas, line breaks and quotation marks together', async () => {
  const { rows, remarks } = await readAll('id,name\r\n1,"Toko ""Maju"", Tegal\r\nutara"\r\n');
  expect(rows).toEqual([['1', 'Toko "Maju", Tegal\r\nutara']]);
  expect(remarks).toMatchObject({ rows: 1, ragged: 0, badQuotes: 0 });
});

test('rows that are too long or too short are read and counted, empty lines are not', async () => {
  const { rows, remarks } = await readAll('id,name\n1\n\n2,b,c\n3,c\n');
  expect(rows.map((row) => row[0])).toEqual(['1', '2', '3']);
  expect(remarks).toMatchObject({ rows: 3, ragged: 2 });
});

test('a file as Excel writes Unicode text is read', async () => {
  const { rows } = await readAll(Buffer.from('\uFEFFid\tname\r\n1\tSiti\u00e9\r\n', 'utf16le'));
  expect(rows).toEqual([['1', 'Siti\u00e9']]);
});

test('letters that are no UTF-8 are told', async () => {
  const { remarks } = await readAll(Buffer.from('id,name\n1,Jos\xe9\n', 'latin1'));
  expect(remarks.unreadableLetters).toBe(true);
});

test('more rows than fit into one piece of the file come whole and in order', async () => {
  const text = ['id,name'];
  for (let row = 0; row < 90_000; row += 1) text.push(`${row},"name, of ${row}"`);
  const head = await openCsv(folder.file('long.csv', text.join('\n')));
  let wrong = 0;
  const { rows } = await readCsvRows(head, (row, at) => {
    if (row[0] !== String(at) || row[1] !== `name, of ${at}`) wrong += 1;
  });
  expect([rows, wrong]).toEqual([90_000, 0]);
});

test.each([
  ['id,name,name\n', '"name"'],
  ['id,,name\n', 'Column 2'],
  ['', 'empty'],
])('columns that cannot be told apart are refused: %j', async (text, words) => {
  await expect(openCsv(folder.file('bad.csv', text))).rejects.toThrow(words);
});

test('a file that is not there is refused in plain words', async () => {
  await expect(openCsv(folder.path('nothing.csv'))).rejects.toThrow(/cannot be read.*no such file/);
});

test('reading stops when it is cancelled', async () => {
  const head = await openCsv(folder.file('list.csv', 'id\n1\n'));
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(readCsvRows(head, () => undefined, { signal })).rejects.toThrow('enough');
});
