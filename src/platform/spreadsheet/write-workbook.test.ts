import { buffer } from 'node:stream/consumers';
import { read } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAll } from './testing/read-all.ts';
import { csvStream } from './write-csv.ts';
import { type SheetToWrite, workbookStream } from './write-workbook.ts';

const columns = [
  { title: 'NIK' },
  { title: 'Nama' },
  { title: 'Omzet', kind: 'number' as const },
  { title: 'Sejak', kind: 'date' as const },
];
const written = (sheets: SheetToWrite[]) => buffer(workbookStream(sheets));

describe('a list handed out as .xlsx', () => {
  it('keeps a NIK whole, sums amounts, and knows dates', async () => {
    const bytes = await written([
      {
        name: 'Daftar',
        columns,
        rows: [
          ['3375014107800001', 'Siti & "Budi" <x>', 1_500_000, '2026-03-14'],
          [null, undefined, 'belum tahu', '?'],
        ],
      },
    ]);
    const sheet = (await readAll(bytes, 'a.xlsx')).sheets[0];
    expect(sheet?.rows).toEqual([
      ['NIK', 'Nama', 'Omzet', 'Sejak'],
      ['3375014107800001', 'Siti & "Budi" <x>', 1_500_000, '2026-03-14'],
      [null, null, 'belum tahu', '?'],
    ]);
    expect(sheet?.marks).toEqual([{ row: 2, column: 3, mark: 'date' }]);
  });

  it('opens in another program with its text format and without a single formula', async () => {
    const attack = '=HYPERLINK("http://x","klik")';
    const bytes = await written([
      { name: 'Daftar', columns, rows: [['3375014107800001', attack, '=1+1', '+62']] },
    ]);
    const sheet = read(bytes, { type: 'buffer', cellNF: true, cellFormula: true }).Sheets.Daftar;
    expect(sheet?.A2).toMatchObject({ t: 's', v: '3375014107800001', z: '@' });
    expect(sheet?.B2).toMatchObject({ t: 's', v: attack });
    expect(Object.values(sheet ?? {}).some((cell) => typeof cell === 'object' && 'f' in cell)).toBe(false);
  });

  it('gives sheets names that Excel accepts, no two alike', async () => {
    const name = 'Kelurahan/Desa: [Sapuro Kebulen] yang panjang';
    const file = await readAll(
      await written([name, name, ''].map((n) => ({ name: n, columns, rows: [] }))),
      'a.xlsx',
    );
    expect(file.sheets.map((sheet) => sheet.name)).toEqual([
      'Kelurahan Desa   Sapuro Kebulen',
      'Kelurahan Desa   Sapuro Keb (2)',
      'Lembar',
    ]);
  });

  it('brings every text back as it was, NUL characters aside', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 20 }),
        async (texts) => {
          const rows = texts.map((text) => [`x${text}`]);
          const bytes = await written([{ name: 'A', columns: [{ title: 'Teks' }], rows }]);
          // A carriage return may come back as a line feed: XML itself says so. NUL is dropped on reading.
          const plain = (text: unknown) => String(text).replace(/\r\n?/g, '\n').replaceAll('\0', '');
          const sheet = (await readAll(bytes, 'a.xlsx')).sheets[0];
          expect(sheet?.rows.slice(1).map(([text]) => plain(text))).toEqual(
            rows.map(([text]) => plain(text?.toWellFormed())),
          );
        },
      ),
      { numRuns: 40, seed: 33_75 },
    );
  });

  it('lets go of its rows when the download is cancelled', async () => {
    let closed = () => {};
    const letGo = new Promise<void>((resolve) => {
      closed = resolve;
    });
    function* rows() {
      try {
        for (let i = 0; ; i++) yield [`Siti Aminah ${i * 7919}`];
      } finally {
        closed();
      }
    }
    const stream = workbookStream([{ name: 'A', columns, rows: rows() }]);
    // The sheet comes after some small parts, so wait until its own bytes flow.
    let bytes = 0;
    stream.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > 20_000) stream.destroy();
    });
    await letGo;
    expect(stream.destroyed).toBe(true);
  });

  it('fails loudly when its rows fail, instead of handing out half a list', async () => {
    async function* rows() {
      yield ['1'];
      throw new Error('basis data putus');
    }
    await expect(written([{ name: 'A', columns, rows: rows() }])).rejects.toThrow('basis data putus');
  });
});

describe('a list handed out as .csv', () => {
  it('opens in Excel set to Indonesian: byte order mark, semicolons, CRLF', async () => {
    const bytes = await buffer(
      csvStream({
        titles: ['Nama', 'Omzet'],
        rows: [
          ['Siti; "Batik"', 1500],
          [null, true],
        ],
      }),
    );
    expect(bytes.toString()).toBe('\ufeffNama;Omzet\r\n"Siti; ""Batik""";1500\r\n;true\r\n');
  });

  it('makes formulas harmless, leaves phone numbers and amounts alone, and comes back as it was', async () => {
    const texts = ['=1+1', '@SUM(A1)', '-jual batik', '+6281234567890', '-5', "'=x", 'Siti'];
    const bytes = await buffer(
      csvStream({ titles: ['Teks', 'Lain'], rows: texts.map((text) => [text, 'x']) }),
    );
    expect(bytes.toString()).toContain(
      "\r\n'=1+1;x\r\n'@SUM(A1);x\r\n'-jual batik;x\r\n+6281234567890;x\r\n-5;x\r\n''=x;x\r\nSiti;x",
    );
    const rows = (await readAll(bytes, 'a.csv')).sheets[0]?.rows.slice(1);
    expect(rows?.map(([text]) => text)).toEqual(texts);
  });
});
