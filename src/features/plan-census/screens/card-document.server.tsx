import { Document, Image, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer';
import { formatLongDate } from '#kernel/calendar.ts';
import type { LetterToPrint } from './letter-document.server.tsx';

const dutyWords = { enumerator: 'PENDATA', supervisor: 'PEMERIKSA' } as const;

// Cards of 90 × 55 mm, ten on a page, to be cut along the lines.
const styles = StyleSheet.create({
  page: {
    padding: 28,
    flexDirection: 'row',
    flexWrap: 'wrap',
    alignContent: 'flex-start',
    fontFamily: 'Helvetica',
  },
  card: {
    width: 255,
    height: 156,
    margin: 2,
    padding: 11,
    borderWidth: 0.7,
    borderColor: '#888',
    borderStyle: 'dashed',
    justifyContent: 'space-between',
  },
  office: { fontSize: 8, fontFamily: 'Helvetica-Bold', textTransform: 'uppercase', color: '#27346B' },
  name: { fontSize: 14, fontFamily: 'Helvetica-Bold', maxLines: 2, textOverflow: 'ellipsis' },
  duty: { fontSize: 9, fontFamily: 'Helvetica-Bold', color: '#8A5A2B', marginTop: 2 },
  round: { fontSize: 8, marginTop: 4, maxLines: 2, textOverflow: 'ellipsis' },
  bottom: { flexDirection: 'row', justifyContent: 'space-between', alignItems: 'flex-end' },
  small: { fontSize: 7 },
  code: { fontSize: 9, fontFamily: 'Courier-Bold' },
  qr: { width: 58, height: 58 },
  words: { width: 165 },
});

function Card({ letter }: { letter: LetterToPrint }) {
  return (
    <View style={styles.card} wrap={false}>
      <Text style={styles.office}>{letter.officeName}</Text>
      <View>
        <Text style={styles.name}>{letter.personName}</Text>
        <Text style={styles.duty}>{dutyWords[letter.duty]}</Text>
        <Text style={styles.round}>{letter.roundName}</Text>
      </View>
      <View style={styles.bottom}>
        <View style={styles.words}>
          <Text style={styles.small}>Berlaku sampai {formatLongDate(letter.validTo)}</Text>
          <Text style={styles.small}>Periksa: {letter.checkAddress}</Text>
          <Text style={styles.code}>{letter.checkCode}</Text>
        </View>
        <Image src={letter.qr} style={styles.qr} />
      </View>
    </View>
  );
}

/** Name cards for all of these people in one file. */
export function cardsPdf(letters: readonly LetterToPrint[]): Promise<Buffer> {
  return renderToBuffer(
    <Document title="Kartu nama" language="id">
      <Page size="A4" style={styles.page}>
        {letters.map((letter) => (
          <Card key={letter.checkCode} letter={letter} />
        ))}
      </Page>
    </Document>,
  );
}
