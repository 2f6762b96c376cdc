import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
  VerticalAlignTable,
} from 'docx';
import { blockToDocx, listStyles, picture } from './docx-blocks.server.ts';
import { around, sideBySide, twips, words } from './docx-parts.ts';
import type { Letterhead, Paper } from './paper.ts';
import { lengths, margins, sheetOf, typeSizes } from './paper-measures.ts';
import { printable } from './paper-text.ts';

/** Logo left, lines in the middle, and the double rule below: a kop surat. */
async function letterheadToDocx(letterhead: Letterhead, textWidth: number): Promise<(Paragraph | Table)[]> {
  const { lines, address, contact, logo } = letterhead;
  const head = [
    ...lines.map((line, at) => {
      const isLast = at === lines.length - 1;
      const size = isLast ? typeSizes.letterheadLast : typeSizes.letterheadLine;
      return words(line.toUpperCase(), { align: 'center', size, bold: isLast });
    }),
    ...[address, contact]
      .filter((line): line is string => Boolean(line))
      .map((line) => words(line, { align: 'center', size: typeSizes.small })),
  ];
  const rule = new Paragraph({
    spacing: { before: 0, after: 200, line: 120 },
    border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, space: 1, color: '000000' } },
    children: [],
  });
  if (logo === null) return [...head, rule];
  const box = { width: lengths.logoWidth, height: lengths.logoHeight };
  const image = around(await picture(logo, 'png', box, 'Lambang'), 'center');
  const widths = [lengths.logoWidth + 4, textWidth - lengths.logoWidth - 4];
  return [sideBySide(widths, [[[image], head]], { verticalAlign: VerticalAlignTable.CENTER }), rule];
}

const listIndent = {
  paragraph: { indent: { left: twips(lengths.listIndent), hanging: twips(lengths.listIndent) } },
};

/** An editable paper for Word and LibreOffice, with the letterhead on its first page and page numbers below. */
export async function paperToDocx(paper: Paper): Promise<Buffer> {
  const { textWidth } = sheetOf(paper.page);
  const head = paper.letterhead ? await letterheadToDocx(paper.letterhead, textWidth) : [];
  const blocks = await Promise.all(paper.blocks.map((block, at) => blockToDocx(block, at, paper.page)));
  const portrait = sheetOf('portrait');
  const isLandscape = paper.page === 'landscape';
  const file = new Document({
    title: printable(paper.title),
    creator: printable(paper.letterhead?.lines.at(-1) ?? ''),
    styles: {
      default: {
        document: { run: { font: 'Arial', size: typeSizes.body * 2, language: { value: 'id-ID' } } },
      },
    },
    numbering: {
      config: [
        {
          reference: listStyles.numbered,
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              alignment: AlignmentType.LEFT,
              style: listIndent,
            },
          ],
        },
        {
          reference: listStyles.bulleted,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '–',
              alignment: AlignmentType.LEFT,
              style: listIndent,
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            // Given upright; the orientation turns the sheet.
            size: {
              width: twips(portrait.width),
              height: twips(portrait.height),
              orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: twips(margins.top),
              right: twips(margins.right),
              bottom: twips(margins.bottom),
              left: twips(margins.left),
              footer: convertMillimetersToTwip(9),
            },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [
                  new TextRun({
                    children: [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES],
                    size: typeSizes.small * 2,
                  }),
                ],
              }),
            ],
          }),
        },
        children: [...head, ...blocks.flat()],
      },
    ],
  });
  return Packer.toBuffer(file);
}
