import { Document, Font, Image, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer';
import { formatLongDate } from '#kernel/calendar.ts';
import type { PrintedLetter } from '../rules/letter-view.ts';

/** A letter and the picture of its QR code (a data URL), with the address where it is checked. */
export type LetterToPrint = PrintedLetter & { qr: string; checkAddress: string };

// Surat tugas are written in Indonesian, whatever language the screens are in.
const dutyWords = { enumerator: 'Pendata', supervisor: 'Pemeriksa' } as const;

// Names of people and villages are never divided.
Font.registerHyphenationCallback((word) => [word]);

const styles = StyleSheet.create({
  page: {
    paddingVertical: 48,
    paddingHorizontal: 62,
    fontSize: 11,
    fontFamily: 'Helvetica',
    lineHeight: 1.45,
  },
  head: { textAlign: 'center', fontFamily: 'Helvetica-Bold', fontSize: 15, textTransform: 'uppercase' },
  rule: { borderBottomWidth: 2, borderBottomColor: '#000', marginTop: 8, marginBottom: 20 },
  title: { textAlign: 'center', fontFamily: 'Helvetica-Bold', fontSize: 14, textDecoration: 'underline' },
  number: { textAlign: 'center', marginBottom: 18 },
  row: { flexDirection: 'row', marginBottom: 5 },
  term: { width: 110 },
  colon: { width: 12 },
  value: { flex: 1 },
  bold: { fontFamily: 'Helvetica-Bold' },
  middle: { textAlign: 'center', fontFamily: 'Helvetica-Bold', marginVertical: 10 },
  foot: { flexDirection: 'row', justifyContent: 'space-between', marginTop: 26 },
  check: { width: 190, fontSize: 8.5 },
  qr: { width: 88, height: 88, marginBottom: 4 },
  code: { fontFamily: 'Courier-Bold', fontSize: 11 },
  sign: { width: 200 },
  space: { height: 62 },
});

function Row({ term, children }: { term: string; children: string }) {
  return (
    <View style={styles.row}>
      <Text style={styles.term}>{term}</Text>
      <Text style={styles.colon}>:</Text>
      <Text style={styles.value}>{children}</Text>
    </View>
  );
}

function LetterPage({ letter }: { letter: LetterToPrint }) {
  const { signatoryName, signatoryPosition, signatoryNip } = letter;
  return (
    <Page size="A4" style={styles.page}>
      <Text style={styles.head}>{letter.officeName}</Text>
      <View style={styles.rule} />
      <Text style={styles.title}>SURAT TUGAS</Text>
      <Text style={styles.number}>Nomor: {letter.number}</Text>
      {letter.legalBasis && <Row term="Dasar">{letter.legalBasis}</Row>}
      {letter.bpsNumber && <Row term="Rekomendasi BPS">{letter.bpsNumber}</Row>}
      <Text style={styles.middle}>MENUGASKAN</Text>
      <Row term="Nama">{letter.personName}</Row>
      <Row term="Sebagai">{dutyWords[letter.duty]}</Row>
      <Row term="Untuk">{`melaksanakan ${letter.roundName}. Tujuan: ${letter.purpose}`}</Row>
      {letter.villages.length > 0 && <Row term="Wilayah">{letter.villages.join(', ')}</Row>}
      <Row term="Berlaku">{`${formatLongDate(letter.issuedOn)} sampai ${formatLongDate(letter.validTo)}`}</Row>
      <Text style={{ marginTop: 12 }}>
        Pendataan ini bukan untuk pajak dan tidak dipungut biaya. Warga boleh tidak menjawab. Mohon bantuan
        kelurahan, ketua RW, ketua RT, dan pemilik usaha agar tugas ini berjalan lancar.
      </Text>
      <View style={styles.foot} wrap={false}>
        <View style={styles.check}>
          <Image src={letter.qr} style={styles.qr} />
          <Text>Periksa surat ini di {letter.checkAddress}</Text>
          <Text style={styles.code}>{letter.checkCode}</Text>
          <Text>Kode ini untuk memeriksa, bukan tanda tangan.</Text>
        </View>
        <View style={styles.sign}>
          <Text>{formatLongDate(letter.issuedOn)}</Text>
          <Text>{signatoryPosition},</Text>
          <View style={styles.space} />
          <Text style={styles.bold}>{signatoryName}</Text>
          {signatoryNip && <Text>NIP {signatoryNip}</Text>}
        </View>
      </View>
    </Page>
  );
}

/** All letters in one file, one a page. */
export function lettersPdf(letters: readonly LetterToPrint[]): Promise<Buffer> {
  return renderToBuffer(
    <Document title="Surat tugas" language="id">
      {letters.map((letter) => (
        <LetterPage key={letter.checkCode} letter={letter} />
      ))}
    </Document>,
  );
}
