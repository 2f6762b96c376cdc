import { type FileHandle, open } from 'node:fs/promises';
import { extname } from 'node:path';
import { listOleNames, OLE_MAGIC } from './ole-directory.ts';
import type { ReadableKind, TextEncoding } from './spreadsheet-event.ts';
import { DEFAULT_LIMITS, type SpreadsheetLimits } from './spreadsheet-limits.ts';
import { type RefusalCode, RefusedFile, type SpreadsheetRefusal } from './spreadsheet-refusal.ts';
import { decodeSample, isProbablyText } from './text-encoding.ts';
import { ZipArchive } from './zip-archive.ts';

/** What a file is by its bytes. `encoding` only for text. */
export type FileIdentity =
  | { readable: true; kind: ReadableKind; bytes: number; encoding?: TextEncoding; extensionDiffers: boolean }
  | { readable: false; refusal: SpreadsheetRefusal };

const SAMPLE_BYTES = 64 * 1024;

/** First bytes of things that people send instead of a table. */
const SIGNATURES: [RefusalCode, Buffer, number?][] = [
  ['image', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
  ['image', Buffer.from([0xff, 0xd8, 0xff])],
  ['image', Buffer.from('GIF8')],
  ['image', Buffer.from('WEBP'), 8],
  ['image', Buffer.from([0x49, 0x49, 0x2a, 0x00])],
  ['image', Buffer.from([0x4d, 0x4d, 0x00, 0x2a])],
  ['image', Buffer.from('ftypheic'), 4],
  ['image', Buffer.from('ftypmif1'), 4],
  ['pdf', Buffer.from('%PDF-')],
  ['word-document', Buffer.from('{\\rtf')],
  ['archive', Buffer.from('Rar!')],
  ['archive', Buffer.from([0x37, 0x7a, 0xbc, 0xaf])],
  ['archive', Buffer.from([0x1f, 0x8b])],
  ['old-format', Buffer.from('MIME-Version:')],
];

const EXTENSIONS: Record<ReadableKind, string[]> = {
  csv: ['.csv', '.txt', '.tsv', '.tab', ''],
  xlsx: ['.xlsx', '.xlsm', '.xltx', '.xltm'],
  xls: ['.xls', '.xlt'],
  ods: ['.ods', '.ots'],
  'html-table': ['.html', '.htm'],
  'xml-spreadsheet': ['.xml'],
};

/**
 * Tells what a file really is from its bytes, whatever it is called.
 * @param path where the file lies
 * @param originalName its name as the person sent it; only compared, never trusted
 */
export async function identifyFile(
  path: string,
  originalName: string,
  limits: SpreadsheetLimits = DEFAULT_LIMITS,
): Promise<FileIdentity> {
  const file = await open(path, 'r');
  try {
    const bytes = (await file.stat()).size;
    const found = await kindOf(file, path, bytes, limits);
    const extensionDiffers = !EXTENSIONS[found.kind].includes(extname(originalName).toLowerCase());
    return { readable: true, bytes, extensionDiffers, ...found };
  } catch (error) {
    if (error instanceof RefusedFile) return { readable: false, refusal: error.refusal };
    throw error;
  } finally {
    await file.close();
  }
}

interface FoundKind {
  kind: ReadableKind;
  encoding?: TextEncoding;
}

async function kindOf(
  file: FileHandle,
  path: string,
  bytes: number,
  limits: SpreadsheetLimits,
): Promise<FoundKind> {
  if (bytes === 0) throw new RefusedFile('empty-file');
  if (bytes > limits.fileBytes) throw new RefusedFile('too-large', { limit: limits.fileBytes, found: bytes });
  const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
  const sample = buffer.subarray(0, bytesRead);
  for (const [code, signature, offset = 0] of SIGNATURES) {
    if (sample.subarray(offset, offset + signature.length).equals(signature)) throw new RefusedFile(code);
  }
  if (sample.subarray(0, 2).toString('latin1') === 'BM' && !isProbablyText(sample))
    throw new RefusedFile('image');
  if (sample.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004')
    return { kind: await kindOfZip(path, limits) };
  if (sample.subarray(0, 4).toString('latin1') === 'PK\u0005\u0006') throw new RefusedFile('empty-file');
  if (sample.subarray(0, 8).equals(OLE_MAGIC))
    return { kind: kindOfOle(await listOleNames(file), bytes, limits) };
  return kindOfText(sample, bytes, limits);
}

async function kindOfZip(path: string, limits: SpreadsheetLimits): Promise<ReadableKind> {
  const archive = await ZipArchive.open(path, limits);
  try {
    const mimetype = (await archive.readText('mimetype'))?.trim() ?? '';
    if (mimetype.includes('opendocument.spreadsheet')) {
      const manifest = (await archive.readText('META-INF/manifest.xml')) ?? '';
      if (manifest.includes('encryption-data')) throw new RefusedFile('password-protected');
      return 'ods';
    }
    if (mimetype.includes('opendocument.text')) throw new RefusedFile('word-document');
    const contentTypes = (await archive.readText('[Content_Types].xml')) ?? '';
    // Excel's two names for one thing: with and without macros, templates included.
    if (
      /spreadsheetml\.(sheet|template)\.main|ms-excel\.(sheet|template)\.macroEnabled\.main/.test(
        contentTypes,
      )
    )
      return 'xlsx';
    if (archive.has('xl/workbook.bin')) throw new RefusedFile('old-format', { reason: 'xlsb' });
    if (archive.has('xl/workbook.xml')) return 'xlsx';
    if (archive.has('word/document.xml')) throw new RefusedFile('word-document');
    if (contentTypes !== '' || mimetype !== '' || archive.has('Index/Document.iwa'))
      throw new RefusedFile('not-a-spreadsheet');
    throw new RefusedFile('archive');
  } finally {
    archive.close();
  }
}

function kindOfOle(names: Set<string>, bytes: number, limits: SpreadsheetLimits): ReadableKind {
  if (names.has('EncryptedPackage') || names.has('EncryptionInfo'))
    throw new RefusedFile('password-protected');
  if (names.has('Workbook') || names.has('Book') || names.has('WORKBOOK') || names.has('BOOK')) {
    if (bytes > limits.legacyFileBytes)
      throw new RefusedFile('too-large', { limit: limits.legacyFileBytes, found: bytes });
    return 'xls';
  }
  if (names.has('WordDocument')) throw new RefusedFile('word-document');
  throw new RefusedFile(names.size > 0 ? 'not-a-spreadsheet' : 'damaged-file', {
    reason: 'OLE file without workbook',
  });
}

function kindOfText(sample: Buffer, bytes: number, limits: SpreadsheetLimits): FoundKind {
  if (!isProbablyText(sample)) throw new RefusedFile('not-a-spreadsheet', { reason: 'binary' });
  const { text, encoding } = decodeSample(sample);
  const start = text.trimStart();
  if (start === '' && bytes <= SAMPLE_BYTES) throw new RefusedFile('empty-file');
  if (!start.startsWith('<')) return { kind: 'csv', encoding };
  const head = start.slice(0, 4096);
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(head) && /<(\w+:)?Workbook[\s>]/.test(head)) {
    if (/<!(DOCTYPE|ENTITY)/i.test(text))
      throw new RefusedFile('unsafe-content', { reason: 'document type' });
    if (bytes > limits.legacyFileBytes)
      throw new RefusedFile('too-large', { limit: limits.legacyFileBytes, found: bytes });
    return { kind: 'xml-spreadsheet', encoding };
  }
  if (
    /^<(!doctype html|html|head|meta|table|style|body|div|center|!--)/i.test(head) ||
    /<table[\s>]/i.test(text)
  ) {
    return { kind: 'html-table', encoding };
  }
  if (head.startsWith('<?xml')) throw new RefusedFile('not-a-spreadsheet', { reason: 'other XML' });
  return { kind: 'csv', encoding };
}
