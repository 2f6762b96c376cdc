import type { CorruptFile } from './corrupt-file.ts';

const HEADER = 'NIK;Nama;Usaha;Kelurahan';
const ROWS = [
  '3375014107800001;Siti Aminah;Batik tulis;Jenggot',
  '3375020302750002;Slamet Riyadi;Kerupuk ikan;Krapyak',
];
const LIST = `${[HEADER, ...ROWS].join('\n')}\n`;

/** Files of text: CSV in all its ways of going wrong, and pages that only call themselves .xls. */
export function corruptTextFiles(): CorruptFile[] {
  return [
    {
      what: 'empty file',
      fileName: 'kosong.csv',
      bytes: () => Buffer.alloc(0),
      expected: { refused: 'empty-file' },
    },
    {
      what: 'byte order mark only',
      fileName: 'bom.csv',
      bytes: () => Buffer.from('\ufeff'),
      expected: { refused: 'empty-file' },
    },
    {
      what: 'blanks and empty lines only',
      fileName: 'spasi.csv',
      bytes: () => Buffer.from(' \r\n\t\r\n\n'),
      expected: { refused: 'empty-file' },
    },
    {
      what: 'separators only',
      fileName: 'pemisah.csv',
      bytes: () => Buffer.from(';;;\n;;;\n'),
      expected: { refused: 'no-rows' },
    },
    {
      what: 'header only',
      fileName: 'judul.csv',
      bytes: () => Buffer.from(`${HEADER}\n`),
      expected: { rows: 1 },
    },
    {
      what: 'separators of a pipe in a .csv',
      fileName: 'pipa.csv',
      bytes: () => Buffer.from(LIST.replaceAll(';', '|')),
      expected: { rows: 3 },
    },
    {
      what: 'header by comma, rows by semicolon',
      fileName: 'campur.csv',
      bytes: () => Buffer.from([HEADER.replaceAll(';', ','), ...ROWS, ...ROWS].join('\n')),
      expected: { rows: 5 },
    },
    {
      what: 'one row by another separator',
      fileName: 'satu-baris.csv',
      bytes: () => Buffer.from(`${LIST}3375;Nur;Batik;Kauman\n3375,Dewi,Batik,Kauman\n`),
      expected: { rows: 5, notes: ['other-delimiter'] },
    },
    {
      what: 'one column',
      fileName: 'nama.csv',
      bytes: () => Buffer.from('Nama\nSiti\nSlamet\n'),
      expected: { rows: 3, notes: ['single-column'] },
    },
    {
      what: 'Windows-1252',
      fileName: 'lama.csv',
      bytes: () => Buffer.from(LIST.replace('Siti', 'Andr\u00e9'), 'latin1'),
      expected: { rows: 3, notes: ['legacy-encoding'] },
    },
    {
      what: 'UTF-8 and Windows-1252 line by line',
      fileName: 'gabungan.csv',
      bytes: () =>
        Buffer.concat([
          Buffer.from(LIST.replace('Siti', 'Andr\u00e9')),
          Buffer.from('3375;Ren\u00e9;Batik;Kauman\n', 'latin1'),
        ]),
      expected: { rows: 4, notes: ['mixed-encoding'] },
    },
    {
      what: 'NUL bytes',
      fileName: 'nul.csv',
      bytes: () => Buffer.from(LIST.replace('Aminah', 'Ami\0nah\0')),
      expected: { rows: 3, notes: ['nul-bytes'] },
    },
    {
      what: 'UTF-16 little endian with mark',
      fileName: 'unicode.txt',
      bytes: () => Buffer.from(`\ufeff${LIST.replaceAll(';', '\t')}`, 'utf16le'),
      expected: { rows: 3 },
    },
    {
      what: 'UTF-16 big endian with mark',
      fileName: 'unicode-be.csv',
      bytes: () => Buffer.from(`\ufeff${LIST}`, 'utf16le').swap16(),
      expected: { rows: 3 },
    },
    {
      what: 'UTF-16 without mark',
      fileName: 'unicode-tanpa.csv',
      bytes: () => Buffer.from(LIST, 'utf16le'),
      expected: { rows: 3 },
    },
    {
      what: 'emoji, combining marks and right-to-left text',
      fileName: 'emoji.csv',
      bytes: () => Buffer.from(LIST.replace('Siti', 'Si\u0301ti 🧵👩🏽‍🎨 \u202eعلي')),
      expected: { rows: 3 },
    },
    {
      what: 'quotation mark without partner',
      fileName: 'kutip.csv',
      bytes: () =>
        Buffer.from(
          `${HEADER}\n3375;"Siti Aminah;Batik;Jenggot\n${ROWS.join('\n')}\n3375;"Budi";Batik;Jenggot\n`,
        ),
      expected: { rows: 5, notes: ['unbalanced-quote'] },
    },
    {
      what: 'quotation marks inside of quotation marks',
      fileName: 'kutip-dalam.csv',
      bytes: () => Buffer.from(`${HEADER}\n3375;"Batik "Jaya" Makmur";Batik;Jenggot\n`),
      expected: { rows: 2, notes: ['unbalanced-quote'] },
    },
    {
      what: 'line breaks inside of cells',
      fileName: 'alamat.csv',
      bytes: () => Buffer.from(`Nama;Alamat\nSiti;"Jl. Jlamprang\nRT 02"\nSlamet;Krapyak\n`),
      expected: { rows: 3 },
    },
    {
      what: 'line ends of an old Mac',
      fileName: 'mac.csv',
      bytes: () => Buffer.from(LIST.replaceAll('\n', '\r')),
      expected: { rows: 3 },
    },
    {
      what: 'line ends of three systems',
      fileName: 'tiga.csv',
      bytes: () => Buffer.from(`${HEADER}\r\n${ROWS[0]}\r${ROWS[1]}\n`),
      expected: { rows: 3 },
    },
    {
      what: 'very long cell',
      fileName: 'panjang.csv',
      bytes: () => Buffer.from(`${HEADER}\n3375;${'x'.repeat(40_000)};a;b\n`),
      expected: { refused: 'cell-too-long' },
    },
    {
      what: 'one line of many megabytes',
      fileName: 'satu.csv',
      bytes: () => Buffer.alloc(20 * 1024 * 1024, 'x'),
      expected: { refused: 'cell-too-long' },
    },
    {
      what: '400 columns',
      fileName: 'lebar.csv',
      bytes: () => Buffer.from(`${Array.from({ length: 400 }, (_, i) => `k${i}`).join(';')}\n`),
      expected: { refused: 'too-many-columns' },
    },
    {
      what: 'scientific notation instead of NIK',
      fileName: 'ilmiah.csv',
      bytes: () =>
        Buffer.from(`${HEADER}\n3,37501E+15;Siti;Batik;Jenggot\n3.37501E+15;Slamet;Ikan;Krapyak\n`),
      expected: { rows: 3, notes: ['scientific-text'] },
    },
    {
      what: 'duplicate headers',
      fileName: 'ganda.csv',
      bytes: () => Buffer.from('Nama;Nama;NIK;NIK\nSiti;Siti;1;1\n'),
      expected: { rows: 2 },
    },
    {
      what: 'formulas in text',
      fileName: 'rumus.csv',
      bytes: () => Buffer.from(`${HEADER}\n3375;=HYPERLINK("http://x";"klik");a;b\n`),
      expected: { rows: 2 },
    },
    {
      what: 'csv renamed .xlsx',
      fileName: 'daftar.xlsx',
      bytes: () => Buffer.from(LIST),
      expected: { rows: 3, notes: ['extension-differs'] },
    },
    {
      what: 'half a million empty lines',
      fileName: 'kosong-panjang.csv',
      bytes: () => Buffer.from(`${LIST}${'\n'.repeat(500_000)}${ROWS[0]}\n`),
      expected: { rows: 4 },
    },
    {
      what: 'more rows than allowed',
      fileName: 'banyak.csv',
      bytes: () => Buffer.from('Siti;Batik\n'.repeat(200_001)),
      expected: { refused: 'too-many-rows' },
    },
    {
      what: 'html page renamed .xls',
      fileName: 'laporan.xls',
      bytes: () =>
        Buffer.from(
          '<html><head><style>td{}</style></head><body><table><tr><th colspan=2>Daftar &amp; usaha</th></tr><tr><td>Siti<td>Batik</tr><tr><td rowspan=2>Slamet</td><td>Ikan</td></tr><tr><td>Kerupuk</td></tr></table><script>alert(1)</script>',
        ),
      expected: { rows: 4, notes: ['extension-differs', 'merged-filled'] },
    },
    {
      what: 'html page without end',
      fileName: 'putus.xls',
      bytes: () => Buffer.from('<table><tr><td>Siti</td><td>Bat'),
      expected: { rows: 1, notes: ['extension-differs'] },
    },
    {
      what: 'html cell spanning a million columns',
      fileName: 'lebar.xls',
      bytes: () => Buffer.from('<table><tr><td colspan=1000000 rowspan=1000000>x</td></tr></table>'),
      expected: { refused: 'too-many-columns' },
    },
    {
      what: 'XML workbook of 2003 renamed .xls',
      fileName: 'lama.xls',
      bytes: () =>
        Buffer.from(
          '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Data"><Table><Row><Cell><Data ss:Type="String">Nama</Data></Cell></Row><Row><Cell><Data ss:Type="String">Siti</Data></Cell></Row></Table></Worksheet></Workbook>',
        ),
      expected: { rows: 2, notes: ['extension-differs'] },
    },
    {
      what: 'XML workbook with a million laughs',
      fileName: 'tawa.xml',
      bytes: () =>
        Buffer.from(
          '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>',
        ),
      expected: { refused: 'unsafe-content' },
    },
    {
      what: 'some other XML',
      fileName: 'lain.xml',
      bytes: () => Buffer.from('<?xml version="1.0"?><feed/>'),
      expected: { refused: 'not-a-spreadsheet' },
    },
  ];
}
