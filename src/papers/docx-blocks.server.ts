import {
  HeightRule,
  ImageRun,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { around, pixels, sideBySide, twips, type WordsLook, words } from './docx-parts.ts';
import type { Block, Column, SignaturePlace } from './paper.ts';
import { inLines, lengths, sheetOf, signaturesPerLine, typeSizes } from './paper-measures.ts';
import { belowName, printable, signatoryPosition } from './paper-text.ts';
import { pictureSize } from './picture-size.server.ts';

/** The names under which lists are numbered in the file. */
export const listStyles = { numbered: 'numbered', bulleted: 'bulleted' } as const;

const imageTypes = { jpeg: 'jpg', png: 'png' } as const;

/** A picture within a box of millimetres. @param name what it shows, for those who do not see it */
export async function picture(
  content: Uint8Array,
  type: 'jpeg' | 'png',
  box: { width: number; height: number },
  name: string,
): Promise<ImageRun> {
  const { width, height } = await pictureSize(content, box);
  const shown = printable(name).replaceAll('\n', ' ');
  return new ImageRun({
    type: imageTypes[type],
    data: content,
    transformation: { width: pixels(width), height: pixels(height) },
    altText: { name: shown, description: shown },
  });
}

function cellAlign(column: Column, row: number): 'left' | 'center' | 'right' {
  if (column.align === 'zigzag') return row % 2 === 0 ? 'left' : 'center';
  return column.align ?? 'left';
}

function tableBlock(block: Extract<Block, { kind: 'table' }>, textWidth: number): Table {
  const { columns, rows, foot } = block;
  const widths = columns.map((column) => twips((textWidth * column.width) / 100));
  const row = (
    cells: readonly string[],
    look: (at: number) => WordsLook,
    isHeader: boolean,
    height?: number,
  ) =>
    new TableRow({
      tableHeader: isHeader,
      cantSplit: true,
      ...(height ? { height: { value: twips(height), rule: HeightRule.ATLEAST } } : {}),
      children: columns.map(
        (_, at) =>
          new TableCell({
            width: { size: widths[at] ?? 0, type: WidthType.DXA },
            verticalAlign: VerticalAlignTable.CENTER,
            children: [words(cells[at] ?? '', { size: typeSizes.table, ...look(at) })],
          }),
      ),
    });
  const titles = columns.map((column) => column.title);
  const align = (column: Column | undefined, at: number) => (column ? cellAlign(column, at) : 'left');
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: twips(1.5), right: twips(1.5), top: twips(0.7), bottom: twips(0.7) },
    rows: [
      row(titles, () => ({ align: 'center', bold: true, keepNext: true }), true),
      ...rows.map((cells, line) =>
        row(cells, (at) => ({ align: align(columns[at], line) }), false, block.rowHeight),
      ),
      ...(foot ? [row(foot, (at) => ({ align: align(columns[at], 0), bold: true }), false)] : []),
    ],
  });
}

/** A line of its own height: tables that touch would become one. */
const gap = (points = 6) =>
  new Paragraph({
    spacing: { line: points * 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    children: [],
  });

/** Position, room, name: three rows, so that names stand level however long a position is. */
function signatureLine(places: readonly SignaturePlace[], columns: number, textWidth: number): Table {
  const widths = Array.from({ length: columns }, () => textWidth / columns);
  const inPlace = (draw: (place: SignaturePlace) => Paragraph[]) =>
    widths.map((_, at) => {
      const place = places[at - (columns - places.length)];
      return place ? draw(place) : [];
    });
  const centred = { align: 'center', keepNext: true } as const;
  const inner = sideBySide(widths, [
    inPlace((place) => [
      ...(place.over === null ? [] : [words(place.over, centred)]),
      words(`${signatoryPosition(place.by)},`, centred),
    ]),
    inPlace(() => [
      new Paragraph({ keepNext: true, spacing: { before: twips(lengths.signatureRoom) }, children: [] }),
    ]),
    inPlace((place) => [
      words(place.by.name, { ...centred, bold: true, underlined: true }),
      ...belowName(place.by).map((line) => words(line, { align: 'center' })),
    ]),
  ]);
  // LibreOffice parts the rows of a table between pages in any case, but not what stands within one row.
  return sideBySide([textWidth], [[[inner, gap(1)]]]);
}

/** One block of a paper as Word's own parts. @param at its place in the paper, by which lists are told apart */
export async function blockToDocx(
  block: Block,
  at: number,
  page: 'portrait' | 'landscape',
): Promise<(Paragraph | Table)[]> {
  const { textWidth } = sheetOf(page);
  switch (block.kind) {
    case 'title': {
      const look = { align: 'center', keepNext: true } as const;
      const title = { ...look, bold: true, underlined: true, size: typeSizes.title };
      if (block.below === null) return [words(block.text.toUpperCase(), { ...title, after: 12 })];
      return [words(block.text.toUpperCase(), title), words(block.below, { ...look, after: 12 })];
    }
    case 'heading':
      return [words(block.text, { bold: true, before: 8, after: 4, keepNext: true })];
    case 'paragraph': {
      const { align = 'justify', bold = false, indent } = block;
      return [words(block.text, { align, bold, after: 6, firstLine: indent ? lengths.firstLineIndent : 0 })];
    }
    case 'facts': {
      const widths = [lengths.termWidth, 4, textWidth - lengths.termWidth - 4];
      const lines = block.rows.map(({ term, value }) => [[words(term)], [words(':')], [words(value)]]);
      return [sideBySide(widths, lines), gap()];
    }
    case 'list':
      return [
        ...block.items.map(
          (item) =>
            new Paragraph({
              alignment: 'both',
              spacing: { after: 40 },
              numbering: {
                reference: block.numbered ? listStyles.numbered : listStyles.bulleted,
                level: 0,
                instance: at,
              },
              text: printable(item),
            }),
        ),
        gap(4),
      ];
    case 'table':
      return [tableBlock(block, textWidth), gap()];
    case 'signatures': {
      const most = signaturesPerLine(page);
      const lines = inLines(block.places, most);
      return lines.flatMap((places) => [gap(10), signatureLine(places, most, textWidth)]);
    }
    case 'photos': {
      const width = (textWidth - lengths.photoGap) / 2;
      const box = { width: width - 2, height: lengths.photoHeight };
      const shown = await Promise.all(
        block.photos.map(async ({ content, type, caption }, number) => [
          around(await picture(content, type, box, caption ?? `Foto ${number + 1}`), 'center', true),
          words(caption ?? '', { align: 'center', size: typeSizes.small, after: 8 }),
        ]),
      );
      return [sideBySide([width, width], inLines(shown, 2))];
    }
    case 'mark': {
      const size = lengths.markWidth;
      const image = await picture(block.picture, 'png', { width: size, height: size }, block.text);
      const text = words(block.text, { size: typeSizes.small });
      return [
        sideBySide([size + 4, textWidth - size - 4], [[[around(image)], [text]]], {
          verticalAlign: VerticalAlignTable.CENTER,
        }),
        gap(),
      ];
    }
    case 'page_break':
      return [new Paragraph({ pageBreakBefore: true, spacing: { after: 0, line: 20 }, children: [] })];
  }
}
