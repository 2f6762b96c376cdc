import {
  AlignmentType,
  type ITableCellOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { printable } from './paper-text.ts';

/** Twentieths of a point, in which Word measures. */
export const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);
/** Pixels of 1/96 inch, in which pictures are measured. */
export const pixels = (millimetres: number) => Math.round((millimetres / 25.4) * 96);

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const;

export type WordsLook = {
  align?: keyof typeof alignments;
  bold?: boolean;
  underlined?: boolean;
  /** Points. */
  size?: number;
  /** Points below. */
  after?: number;
  before?: number;
  keepNext?: boolean;
  /** Millimetres before the first line. */
  firstLine?: number;
};

/** A paragraph; line breaks within the text stay in it. */
export function words(text: string, look: WordsLook = {}): Paragraph {
  const lines = printable(text).split('\n');
  return new Paragraph({
    alignment: alignments[look.align ?? 'left'],
    keepNext: look.keepNext ?? false,
    spacing: { before: (look.before ?? 0) * 20, after: (look.after ?? 0) * 20 },
    ...(look.firstLine ? { indent: { firstLine: twips(look.firstLine) } } : {}),
    children: lines.map(
      (line, at) =>
        new TextRun({
          text: line,
          bold: look.bold ?? false,
          ...(look.underlined ? { underline: {} } : {}),
          ...(look.size ? { size: look.size * 2 } : {}),
          ...(at > 0 ? { break: 1 } : {}),
        }),
    ),
  });
}

/** A paragraph around something that is not text, such as a picture. */
export function around(
  child: ParagraphChild,
  align: WordsLook['align'] = 'left',
  keepNext = false,
): Paragraph {
  return new Paragraph({ alignment: alignments[align], keepNext, children: [child] });
}

/** What lies side by side without lines: a table nobody sees. @param widths millimetres */
export function sideBySide(
  widths: readonly number[],
  lines: readonly (readonly (Paragraph | Table)[])[][],
  options: Pick<ITableCellOptions, 'verticalAlign'> = {},
): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + twips(width), 0), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    borders: TableBorders.NONE,
    margins: { left: 0, right: twips(1.5), top: 0, bottom: 0 },
    rows: lines.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, at) =>
              new TableCell({
                width: { size: twips(widths[at] ?? 0), type: WidthType.DXA },
                children: children.length > 0 ? children : [words('')],
                ...options,
              }),
          ),
        }),
    ),
  });
}
