import { CFB } from '@e965/xlsx';
import type { CorruptFile } from './corrupt-file.ts';
import { legacyBytes } from './odd-workbooks.ts';
import { zipBytes } from './zip-bytes.ts';

/** An OLE compound file with the given streams. */
function oleBytes(streams: Record<string, Buffer>): Buffer {
  const container = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(container, `/${name}`, content);
  return CFB.write(container, { type: 'buffer' }) as Buffer;
}

/** An .xls whose workbook begins with the record that announces a password ([MS-XLS] 2.4.117 FilePass). */
function lockedLegacyBytes(): Buffer {
  const container = CFB.read(legacyBytes([['Nama'], ['Siti']]), { type: 'buffer' });
  const stream = Buffer.from(CFB.find(container, 'Workbook')?.content as Uint8Array);
  const afterFirstRecord = 4 + stream.readUInt16LE(2);
  const filePass = Buffer.from([0x2f, 0x00, 0x06, 0x00, 0x00, 0x00, 0x12, 0x34, 0x56, 0x78]);
  return oleBytes({
    Workbook: Buffer.concat([
      stream.subarray(0, afterFirstRecord),
      filePass,
      stream.subarray(afterFirstRecord),
    ]),
  });
}

/** Things that are no table at all, whatever they are called, and workbooks behind a password. */
export function oddArchives(): CorruptFile[] {
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    Buffer.alloc(200, 7),
  ]);
  return [
    {
      what: 'picture renamed .xlsx',
      fileName: 'foto.xlsx',
      bytes: () => png,
      expected: { refused: 'image' },
    },
    {
      what: 'photo of a phone',
      fileName: 'IMG_001.csv',
      bytes: () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
      expected: { refused: 'image' },
    },
    {
      what: 'PDF',
      fileName: 'daftar.pdf',
      bytes: () => Buffer.from('%PDF-1.7\n%âãÏÓ\n'),
      expected: { refused: 'pdf' },
    },
    {
      what: 'Word document',
      fileName: 'daftar.docx',
      bytes: () =>
        zipBytes([
          { name: '[Content_Types].xml', data: '<Types/>' },
          { name: 'word/document.xml', data: '<x/>' },
        ]),
      expected: { refused: 'word-document' },
    },
    {
      what: 'old Word document',
      fileName: 'daftar.xls',
      bytes: () => oleBytes({ WordDocument: Buffer.alloc(5000, 1) }),
      expected: { refused: 'word-document' },
    },
    {
      what: 'zip of tables',
      fileName: 'semua.zip',
      bytes: () =>
        zipBytes([
          { name: 'desa1.csv', data: 'a;b' },
          { name: 'desa2.csv', data: 'a;b' },
        ]),
      expected: { refused: 'archive' },
    },
    {
      what: 'rar',
      fileName: 'semua.xlsx',
      bytes: () => Buffer.from('Rar!\u001a\u0007\u0000...', 'latin1'),
      expected: { refused: 'archive' },
    },
    {
      what: 'binary workbook',
      fileName: 'biner.xlsb',
      bytes: () =>
        zipBytes([
          { name: '[Content_Types].xml', data: '<Types/>' },
          { name: 'xl/workbook.bin', data: 'x' },
        ]),
      expected: { refused: 'old-format' },
    },
    {
      what: 'empty zip',
      fileName: 'kosong.zip',
      bytes: () => zipBytes([]),
      expected: { refused: 'empty-file' },
    },
    {
      what: 'program',
      fileName: 'daftar.xls',
      bytes: () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500, 3)]),
      expected: { refused: 'not-a-spreadsheet' },
    },
    {
      what: 'password-protected xlsx',
      fileName: 'kunci.xlsx',
      bytes: () =>
        oleBytes({ EncryptionInfo: Buffer.alloc(300, 1), EncryptedPackage: Buffer.alloc(6000, 2) }),
      expected: { refused: 'password-protected' },
    },
    {
      what: 'password-protected xls',
      fileName: 'kunci.xls',
      bytes: lockedLegacyBytes,
      expected: { refused: 'password-protected' },
    },
  ];
}
