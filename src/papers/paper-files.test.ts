import { Parser } from 'htmlparser2';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { pdfText } from '../testing/pdf-text.ts';
import { zipEntries } from '../testing/zip-entries.ts';
import type { Block, Paper, Signatory } from './paper.ts';
import { paperToDocx } from './paper-to-docx.server.ts';
import { papersToPdf, paperToPdf } from './paper-to-pdf.server.tsx';

const head: Signatory = {
  name: 'Dra. Hj. Kusumaningtyas Wiryodiningrat, M.M.',
  rank: 'Pembina Tk. I (IV/b)',
  nip: '198008172005012003',
  position: 'Kepala Dinas',
  acting: 'plt',
};
const officer: Signatory = { name: 'Budi, S.E.', rank: null, nip: null, position: 'PPTK', acting: null };

const paint = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#27346b' } });
const png = new Uint8Array(await paint(300, 360).png().toBuffer());
const jpeg = new Uint8Array(await paint(1600, 900).jpeg().toBuffer());

const people = (count: number) =>
  Array.from({ length: count }, (_, at) => [String(at + 1), `Peserta ${at + 1}`, `${at + 1}.`]);
const attendance = (count: number): Block => ({
  kind: 'table',
  columns: [
    { title: 'No', width: 10, align: 'center' },
    { title: 'Nama', width: 50 },
    { title: 'Tanda tangan', width: 40, align: 'zigzag' },
  ],
  rows: people(count),
  rowHeight: 9,
  foot: ['', 'Jumlah', 'Rp 1.500.000'],
});

const everyBlock: Block[] = [
  { kind: 'title', text: 'Berita acara', below: 'Nomor: 005/12/2026' },
  { kind: 'heading', text: 'A. Dasar' },
  { kind: 'paragraph', text: 'Pada hari ini telah dilaksanakan pelatihan.', indent: true },
  { kind: 'facts', rows: [{ term: 'Hal', value: 'Undangan' }] },
  { kind: 'list', numbered: true, items: ['Pertama', 'Kedua'] },
  { kind: 'list', numbered: false, items: ['Butir'] },
  attendance(3),
  {
    kind: 'signatures',
    places: [
      { over: 'Mengetahui,', by: head },
      { over: 'Contoh, 5 Maret 2026', by: officer },
    ],
  },
  { kind: 'page_break' },
  {
    kind: 'photos',
    photos: [
      { content: jpeg, type: 'jpeg', caption: 'Hari pertama' },
      { content: png, type: 'png', caption: null },
    ],
  },
  { kind: 'mark', picture: png, text: 'Periksa di contoh.invalid' },
];

const aPaper = (blocks: Block[], page: Paper['page'] = 'portrait'): Paper => ({
  title: 'Contoh',
  page,
  letterhead: {
    lines: ['Pemerintah Kota Contoh', 'Dinas Usaha Mikro'],
    address: 'Jalan Majapahit 5',
    contact: null,
    logo: png,
  },
  blocks,
});

async function documentOf(
  paper: Paper,
): Promise<{ xml: string; text: string; entries: Map<string, Buffer> }> {
  const entries = await zipEntries(await paperToDocx(paper));
  const xml = entries.get('word/document.xml')?.toString('utf8') ?? '';
  let text = '';
  const parser = new Parser({ ontext: (piece) => (text += piece) }, { xmlMode: true });
  parser.end(xml);
  return { xml, text, entries };
}

const count = (xml: string, part: string) => xml.split(part).length - 1;

test('an editable paper has the letterhead, every block in its order, and its pictures', async () => {
  const { xml, text, entries } = await documentOf(aPaper(everyBlock));
  const order = [
    'PEMERINTAH KOTA CONTOH',
    'DINAS USAHA MIKRO',
    'Jalan Majapahit 5',
    'BERITA ACARA',
    'Nomor: 005/12/2026',
    'A. Dasar',
    'Pada hari ini',
    'Undangan',
    'Pertama',
    'Butir',
    'Peserta 3',
    'Jumlah',
    'Plt. Kepala Dinas,',
    'Dra. Hj. Kusumaningtyas Wiryodiningrat, M.M.',
    'Pembina Tk. I (IV/b)',
    'NIP. 19800817 200501 2 003',
    'Hari pertama',
    'Periksa di contoh.invalid',
  ];
  const places = order.map((words) => text.indexOf(words));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(text).toContain('PPTK,');
  expect(text.match(/NIP\./g)).toHaveLength(1);
  expect(count(xml, '<w:tblHeader/>')).toBe(1);
  expect(xml).toContain('thickThinSmallGap');
  expect(xml).toContain('w:pageBreakBefore');
  expect(count(xml, '<w:drawing>')).toBe(4);
  expect([...entries.keys()].some((name) => name.startsWith('word/media/'))).toBe(true);
  const footer = [...entries].find(([name]) => /footer\d\.xml$/.test(name))?.[1].toString();
  expect(footer).toContain('NUMPAGES');
});

test('those who sign stand on one line, in rows that no page parts', async () => {
  const { xml } = await documentOf(aPaper([everyBlock[7] as Block]));
  expect(xml.indexOf('Mengetahui,')).toBeLessThan(xml.indexOf('PPTK,'));
  expect(xml.indexOf('PPTK,')).toBeLessThan(xml.indexOf('Kusumaningtyas'));
  expect(count(xml, '<w:cantSplit')).toBe(count(xml, '<w:tr>'));
});

test('numbers to sign beside go left and right by turns', async () => {
  const { xml } = await documentOf(aPaper([attendance(2)]));
  const cellOf = (words: string) =>
    xml.slice(xml.lastIndexOf('<w:tc>', xml.indexOf(words)), xml.indexOf(words));
  expect(cellOf('>1.<')).toContain('w:jc w:val="left"');
  expect(cellOf('>2.<')).toContain('w:jc w:val="center"');
});

test('a sheet on its side is wider than high', async () => {
  const { xml } = await documentOf(aPaper([attendance(2)], 'landscape'));
  const size = /w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(xml);
  expect(Number(size?.[1])).toBeGreaterThan(Number(size?.[2]));
  const { pages } = pdfText(await paperToPdf(aPaper([attendance(2)], 'landscape')));
  expect(pages).toBe(1);
});

test('signs that no file may hold are left out, others are written as they are', async () => {
  const odd = 'Toko <Maju> & "Jaya" \u0000\u0007\uD800 „Ibu’s"\u000B batik\nbaris dua';
  const { xml, text } = await documentOf(aPaper([{ kind: 'paragraph', text: odd }]));
  expect(text).toContain('Toko <Maju> & "Jaya"  „Ibu’s" batik');
  expect(xml).toContain('<w:br/>');
  const pdf = pdfText(await paperToPdf(aPaper([{ kind: 'paragraph', text: 'Kopi Łódź ≥ 5 → 海' }])));
  expect(pdf.text).toContain('Kopi ?ódz >= 5 -> ?');
});

test('the printed paper says the same on numbered pages', async () => {
  const { text, pages } = pdfText(await paperToPdf(aPaper(everyBlock)));
  expect(pages).toBe(2);
  for (const words of ['BERITA ACARA', 'Undangan', 'Peserta 3', 'Plt. Kepala Dinas', '1/2', '2/2']) {
    expect(text).toContain(words);
  }
  expect(text).toContain('NIP. 19800817 200501 2 003');
});

test('a long table repeats its head on every page and loses no row', async () => {
  const { text, pages } = pdfText(await paperToPdf(aPaper([attendance(70)])));
  expect(pages).toBeGreaterThan(2);
  expect(text.match(/Tanda tangan/g)).toHaveLength(pages);
  for (const [, name] of people(70)) expect(text.split('\n')).toContain(name);
});

test('several papers in one file are numbered each on its own', async () => {
  const { text, pages } = pdfText(
    await papersToPdf([aPaper(everyBlock), { ...aPaper([]), letterhead: null }], 'Semua'),
  );
  expect(pages).toBe(3);
  expect(text).toContain('2/2');
  expect(text).toContain('1/1');
});
