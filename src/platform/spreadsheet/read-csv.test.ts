import { describe, expect, it } from 'vitest';
import { readAll } from './testing/read-all.ts';

const rowsOf = async (text: string | Buffer) => (await readAll(text, 'daftar.csv')).sheets[0]?.rows;

describe('a text file of columns', () => {
  it.each([
    [';', 'a;b;c\n1;2,5;Jl. A, Gang 2\n1;3,5;x\n', ';'],
    [',', 'a,b,c\n1,2,"x;y"\n3,4,5\n', ','],
    ['tab', 'a\tb\n1, 2; 3\t4\n', '\t'],
    ['|', 'a|b\n1|2\n', '|'],
    ['Excel’s own sep line', 'sep=|\na|b;c|d;e\n1;2|3;4|5\n', '|'],
  ])('is split by its separator: %s', async (_, text, delimiter) => {
    expect((await readAll(text, 'daftar.csv')).delimiter).toBe(delimiter);
  });

  it('takes the separator that most lines agree on, whatever the title lines above look like', async () => {
    const text = 'DAFTAR UMKM, KELURAHAN JENGGOT, TAHUN 2026\n\nNIK;Nama\n1;Siti\n2;Slamet\n';
    expect(await rowsOf(text)).toEqual([
      ['DAFTAR UMKM, KELURAHAN JENGGOT, TAHUN 2026'],
      ['NIK', 'Nama'],
      ['1', 'Siti'],
      ['2', 'Slamet'],
    ]);
  });

  it('numbers rows as Excel does: empty lines count, a cell of two lines is one row', async () => {
    const file = await readAll('Nama;Alamat\n\nSiti;"Jl. Jlamprang\nRT 02"\nSlamet;Krapyak\n', 'daftar.csv');
    expect(file.sheets[0]?.rows).toEqual([
      ['Nama', 'Alamat'],
      ['Siti', 'Jl. Jlamprang\nRT 02'],
      ['Slamet', 'Krapyak'],
    ]);
    expect(file.sheets[0]?.rowNumbers).toEqual([1, 3, 4]);
    expect(file.notes).toEqual([]);
  });

  it('keeps every digit and leading zero, since all is text', async () => {
    expect(await rowsOf('NIK;HP\n3375014107800001;081234567890\n')).toContainEqual([
      '3375014107800001',
      '081234567890',
    ]);
  });

  it('does not let a quotation mark without partner swallow the rows after it, and names the row', async () => {
    const file = await readAll(
      'NIK;Nama;Usaha\n1;"Siti;Batik\n2;Slamet;Ikan\n3;"Budi";"Mebel"\n',
      'daftar.csv',
    );
    expect(file.sheets[0]?.rows).toEqual([
      ['NIK', 'Nama', 'Usaha'],
      ['1', 'Siti', 'Batik'],
      ['2', 'Slamet', 'Ikan'],
      ['3', 'Budi', 'Mebel'],
    ]);
    expect(file.notes).toMatchObject([{ code: 'unbalanced-quote', count: 1, rows: [2] }]);
  });

  it('loses nothing when the quotation mark without partner stands in the last column', async () => {
    const file = await readAll(
      `Nama;Alamat\nSiti;"Jl. A\nSlamet;Jl. B\nBudi;"Jl. C"\n${'Nur;Jl. D\n'.repeat(100)}`,
      'daftar.csv',
    );
    expect(file.sheets[0]?.rows.slice(1, 4)).toEqual([
      ['Siti', 'Jl. A'],
      ['Slamet', 'Jl. B'],
      ['Budi', 'Jl. C'],
    ]);
    expect(file.sheets[0]?.rows).toHaveLength(104);
  });

  it('decodes each line by its own encoding where villages were pasted together', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Nama;Kota\nAndré;Batang\n'),
      Buffer.from('Ren\u00e9;\u0093Batang\u0094\n', 'latin1'),
    ]);
    const file = await readAll(bytes, 'gabungan.csv');
    expect(file.sheets[0]?.rows).toEqual([
      ['Nama', 'Kota'],
      ['André', 'Batang'],
      ['René', '“Batang”'],
    ]);
    expect(file.notes).toMatchObject([{ code: 'mixed-encoding', count: 1, rows: [3] }]);
  });

  it('reads the same list in UTF-8 with mark, UTF-16 and Windows-1252 alike', async () => {
    const text = 'Nama;Usaha\nRené;Batik\n';
    const expected = [
      ['Nama', 'Usaha'],
      ['René', 'Batik'],
    ];
    expect(await rowsOf(`\ufeff${text}`)).toEqual(expected);
    expect(await rowsOf(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(expected);
    expect(await rowsOf(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())).toEqual(expected);
    expect(await rowsOf(Buffer.from(text, 'latin1'))).toEqual(expected);
  });

  it('decodes a list larger than one chunk without tearing letters or lines apart', async () => {
    const lines = Array.from({ length: 40_000 }, (_, i) => `${i};Siti Aminah dé ${i};“Jenggot”`);
    const rows = await rowsOf(lines.join('\r\n'));
    expect(rows).toHaveLength(40_000);
    expect(
      rows?.every(
        (row, i) => row[0] === String(i) && row[1] === `Siti Aminah dé ${i}` && row[2] === '“Jenggot”',
      ),
    ).toBe(true);
  });

  it('marks digits that Excel has already shortened', async () => {
    const file = await readAll('NIK;Nama\n3,37501E+15;Siti\n', 'daftar.csv');
    expect(file.sheets[0]?.marks).toEqual([{ row: 2, column: 0, mark: 'scientific' }]);
  });
});
