import { Document, Font, Page, renderToBuffer, StyleSheet, Text } from '@react-pdf/renderer';
import type { Paper } from './paper.ts';
import { margins, typeSizes } from './paper-measures.ts';
import { printableInPdf } from './paper-text.ts';
import { BlockPart, LetterheadPart, points } from './pdf-blocks.server.tsx';

/** Names of people and villages are never divided, unless no column could hold them. */
const inPieces = (word: string): string[] =>
  word.length <= 20 ? [word] : (word.match(/.{1,12}/gu) ?? [word]);
Font.registerHyphenationCallback(inPieces);

const styles = StyleSheet.create({
  page: {
    paddingTop: points(margins.top),
    paddingRight: points(margins.right),
    paddingBottom: points(margins.bottom),
    paddingLeft: points(margins.left),
    fontFamily: 'Helvetica',
    fontSize: typeSizes.body,
  },
  foot: {
    position: 'absolute',
    bottom: points(9),
    left: points(margins.left),
    right: points(margins.right),
    textAlign: 'right',
    fontSize: typeSizes.small,
  },
});

/** Several papers in one file, each on pages of its own and numbered on its own. */
export function papersToPdf(papers: readonly Paper[], title: string): Promise<Buffer> {
  return renderToBuffer(
    <Document title={printableInPdf(title)} language="id">
      {papers.map((paper, number) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: printed once, in this order
        <Page key={number} size="A4" orientation={paper.page} style={styles.page}>
          {paper.letterhead && <LetterheadPart letterhead={paper.letterhead} />}
          {paper.blocks.map((block, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: printed once, in this order
            <BlockPart key={at} block={block} page={paper.page} />
          ))}
          <Text
            style={styles.foot}
            fixed
            render={({ subPageNumber, subPageTotalPages }) => `${subPageNumber}/${subPageTotalPages}`}
          />
        </Page>
      ))}
    </Document>,
  );
}

/** The paper as it is printed, A4. */
export function paperToPdf(paper: Paper): Promise<Buffer> {
  return papersToPdf([paper], paper.title);
}
