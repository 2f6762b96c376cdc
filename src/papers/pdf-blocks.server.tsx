import { Image, StyleSheet, Text, type TextProps, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { Block, Column, Letterhead, SignaturePlace } from './paper.ts';
import { inLines, lengths, sheetOf, signaturesPerLine, typeSizes } from './paper-measures.ts';
import { belowName, printableInPdf, signatoryPosition } from './paper-text.ts';

/** Points, in which PDF measures. */
export const points = (millimetres: number) => (millimetres / 25.4) * 72;

const thin = { borderColor: '#000', borderStyle: 'solid' } as const;
/** Points; thinner ones vanish on some screens and printers. */
const line = 1;
const bold = { fontFamily: 'Helvetica-Bold' } as const;

const styles = StyleSheet.create({
  words: { fontSize: typeSizes.body, lineHeight: 1.25 },
  head: { flexDirection: 'row', alignItems: 'center' },
  logo: { width: points(lengths.logoWidth), height: points(lengths.logoHeight), objectFit: 'contain' },
  headWords: { flex: 1, textAlign: 'center' },
  headLine: { fontSize: typeSizes.letterheadLine, textTransform: 'uppercase', lineHeight: 1.2 },
  headLast: { fontSize: typeSizes.letterheadLast, textTransform: 'uppercase', lineHeight: 1.2, ...bold },
  headSmall: { fontSize: typeSizes.small, lineHeight: 1.3 },
  thick: { borderTopWidth: 2.2, ...thin, marginTop: 6 },
  thinRule: { borderTopWidth: 0.7, ...thin, marginTop: 1.2, marginBottom: 12 },
  title: {
    textAlign: 'center',
    fontSize: typeSizes.title,
    textDecoration: 'underline',
    textTransform: 'uppercase',
    ...bold,
  },
  below: { textAlign: 'center', marginTop: 1 },
  afterTitle: { marginBottom: 12 },
  heading: { marginTop: 8, marginBottom: 4, ...bold },
  paragraph: { marginBottom: 6 },
  facts: { marginBottom: 6 },
  row: { flexDirection: 'row', flexShrink: 0 },
  colon: { width: points(4) },
  grow: { flex: 1 },
  table: { flexShrink: 0, marginBottom: 8 },
  // Filled, not bordered: react-pdf clips borders, and thin ones vanish on screens.
  acrossLine: { position: 'absolute', left: 0, right: 0, height: line, backgroundColor: '#000' },
  downLine: { position: 'absolute', top: 0, bottom: 0, width: line, backgroundColor: '#000' },
  cell: {
    paddingHorizontal: points(1.5),
    paddingVertical: 2.5,
    justifyContent: 'center',
  },
  signatures: { flexDirection: 'row', marginTop: 12 },
  signature: { textAlign: 'center', paddingHorizontal: 4, justifyContent: 'space-between' },
  room: { height: points(lengths.signatureRoom) },
  name: { textDecoration: 'underline', ...bold },
  photo: { objectFit: 'contain', height: points(lengths.photoHeight) },
  caption: { textAlign: 'center', fontSize: typeSizes.small, marginTop: 3, marginBottom: 9 },
  mark: { flexDirection: 'row', alignItems: 'center', marginBottom: 6 },
  markPicture: {
    width: points(lengths.markWidth),
    height: points(lengths.markWidth),
    marginRight: points(4),
  },
});

const say = printableInPdf;

type WordsProps = Pick<TextProps, 'style' | 'minPresenceAhead'> & { children: ReactNode };

/** Text with its leading; given to a whole page, it would make the page numbers vanish (react-pdf 4.9). */
function Words({ style = [], minPresenceAhead = 0, children }: WordsProps) {
  return (
    <Text minPresenceAhead={minPresenceAhead} style={[styles.words, ...[style].flat()]}>
      {children}
    </Text>
  );
}

/** The bytes as react-pdf takes them. */
const source = (content: Uint8Array, format: 'png' | 'jpg') => ({ data: Buffer.from(content), format });

export function LetterheadPart({ letterhead }: { letterhead: Letterhead }) {
  const { lines, address, contact, logo } = letterhead;
  return (
    <View>
      <View style={styles.head}>
        {logo && <Image src={source(logo, 'png')} style={styles.logo} />}
        <View style={styles.headWords}>
          {lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: printed once, in this order
            <Words key={at} style={at === lines.length - 1 ? styles.headLast : styles.headLine}>
              {say(line)}
            </Words>
          ))}
          {address && <Words style={styles.headSmall}>{say(address)}</Words>}
          {contact && <Words style={styles.headSmall}>{say(contact)}</Words>}
        </View>
      </View>
      <View style={styles.thick} />
      <View style={styles.thinRule} />
    </View>
  );
}

function alignOf(column: Column, row: number): 'left' | 'center' | 'right' {
  if (column.align === 'zigzag') return row % 2 === 0 ? 'left' : 'center';
  return column.align ?? 'left';
}

/** Where lines go down, in per cent of the table's width. */
const edgesOf = (columns: readonly Column[]): number[] =>
  [...columns.keys(), columns.length].map((count) =>
    Math.min(
      100,
      columns.slice(0, count).reduce((sum, { width }) => sum + width, 0),
    ),
  );

function TableRow(props: {
  columns: readonly Column[];
  cells: readonly string[];
  at?: number;
  height?: number | undefined;
  isHeader?: boolean;
  isFoot?: boolean;
}) {
  const { columns, cells, at = 0, height, isHeader = false, isFoot = false } = props;
  return (
    <View
      style={[styles.row, height ? { minHeight: points(height) } : {}]}
      wrap={false}
      // Even `fixed={false}` would let a row be cut in two.
      {...(isHeader ? { fixed: true } : {})}
    >
      {columns.map((column, number) => (
        <View
          // biome-ignore lint/suspicious/noArrayIndexKey: printed once, in this order
          key={number}
          style={[styles.cell, { width: `${column.width}%` }, isHeader || isFoot ? bold : {}]}
        >
          <Words style={{ fontSize: typeSizes.table, textAlign: isHeader ? 'center' : alignOf(column, at) }}>
            {say(cells[number] ?? '')}
          </Words>
        </View>
      ))}
      {edgesOf(columns).map((edge) => (
        <View key={edge} style={[styles.downLine, edge === 100 ? { right: 0 } : { left: `${edge}%` }]} />
      ))}
      {isHeader && <View style={[styles.acrossLine, { top: 0 }]} />}
      <View style={[styles.acrossLine, { bottom: 0 }]} />
    </View>
  );
}

function TablePart({ block }: { block: Extract<Block, { kind: 'table' }> }) {
  const { columns, rows, foot, rowHeight } = block;
  return (
    <>
      {/* A heading row is never left alone at the foot of a page. */}
      <View minPresenceAhead={60} />
      <View style={styles.table}>
        <TableRow columns={columns} cells={columns.map((column) => column.title)} isHeader />
        {rows.map((cells, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: printed once, in this order
          <TableRow key={at} columns={columns} cells={cells} at={at} height={rowHeight} />
        ))}
        {foot && <TableRow columns={columns} cells={foot} isFoot />}
      </View>
    </>
  );
}

function SignatureLine({ places, columns }: { places: readonly SignaturePlace[]; columns: number }) {
  const width = `${100 / columns}%`;
  return (
    <View style={styles.signatures} wrap={false}>
      {Array.from({ length: columns - places.length }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: empty places
        <View key={`empty-${at}`} style={{ width }} />
      ))}
      {places.map((place, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: printed once, in this order
        <View key={at} style={[styles.signature, { width }]}>
          <View>
            {place.over !== null && <Words>{say(place.over)}</Words>}
            <Words>{say(signatoryPosition(place.by))},</Words>
          </View>
          <View>
            <View style={styles.room} />
            <Words style={styles.name}>{say(place.by.name)}</Words>
            {belowName(place.by).map((line) => (
              <Words key={line}>{say(line)}</Words>
            ))}
          </View>
        </View>
      ))}
    </View>
  );
}

function PhotosPart({
  block,
  page,
}: {
  block: Extract<Block, { kind: 'photos' }>;
  page: 'portrait' | 'landscape';
}) {
  const width = points((sheetOf(page).textWidth - lengths.photoGap) / 2);
  return inLines(block.photos, 2).map((pair, line) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: printed once, in this order
    <View key={line} style={[styles.row, { gap: points(lengths.photoGap) }]} wrap={false}>
      {pair.map((photo, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: printed once, in this order
        <View key={at} style={{ width }}>
          <Image src={source(photo.content, photo.type === 'png' ? 'png' : 'jpg')} style={styles.photo} />
          <Words style={styles.caption}>{say(photo.caption ?? '')}</Words>
        </View>
      ))}
    </View>
  ));
}

/** One block of a paper, in parts of a PDF page. */
export function BlockPart({ block, page }: { block: Block; page: 'portrait' | 'landscape' }): ReactNode {
  switch (block.kind) {
    case 'title':
      return (
        <View style={styles.afterTitle}>
          <Words style={styles.title}>{say(block.text)}</Words>
          {block.below !== null && <Words style={styles.below}>{say(block.below)}</Words>}
        </View>
      );
    case 'heading':
      return (
        <Words style={styles.heading} minPresenceAhead={40}>
          {say(block.text)}
        </Words>
      );
    case 'paragraph':
      return (
        <Words
          style={[
            styles.paragraph,
            { textAlign: block.align ?? 'justify' },
            block.indent ? { textIndent: points(lengths.firstLineIndent) } : {},
            block.bold ? bold : {},
          ]}
        >
          {say(block.text)}
        </Words>
      );
    case 'facts':
      return (
        <View style={styles.facts}>
          {block.rows.map(({ term, value }) => (
            <View key={term} style={styles.row} wrap={false}>
              <Words style={{ width: points(lengths.termWidth) }}>{say(term)}</Words>
              <Words style={styles.colon}>:</Words>
              <Words style={styles.grow}>{say(value)}</Words>
            </View>
          ))}
        </View>
      );
    case 'list':
      return (
        <View style={styles.paragraph}>
          {block.items.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: printed once, in this order
            <View key={at} style={styles.row}>
              <Words style={{ width: points(lengths.listIndent) }}>
                {block.numbered ? `${at + 1}.` : '–'}
              </Words>
              <Words style={[styles.grow, { textAlign: 'justify' }]}>{say(item)}</Words>
            </View>
          ))}
        </View>
      );
    case 'table':
      return <TablePart block={block} />;
    case 'signatures': {
      const columns = signaturesPerLine(page);
      return inLines(block.places, columns).map((places, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: printed once, in this order
        <SignatureLine key={at} places={places} columns={columns} />
      ));
    }
    case 'photos':
      return <PhotosPart block={block} page={page} />;
    case 'mark':
      return (
        <View style={styles.mark} wrap={false}>
          <Image src={source(block.picture, 'png')} style={styles.markPicture} />
          <Words style={[styles.grow, { fontSize: typeSizes.small }]}>{say(block.text)}</Words>
        </View>
      );
    case 'page_break':
      return <View break />;
  }
}
