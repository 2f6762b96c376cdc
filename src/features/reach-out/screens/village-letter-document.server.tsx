import { Document, Font, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer';
import { formatLongDate } from '#kernel/calendar.ts';
import type { PrintedVillageLetter } from '../rules/village-letter.ts';

// Names of people and villages are never divided.
Font.registerHyphenationCallback((word) => [word]);

const line = { borderBottomWidth: 0.5, borderBottomColor: '#777' };
const styles = StyleSheet.create({
  page: {
    paddingVertical: 48,
    paddingHorizontal: 56,
    fontSize: 10.5,
    fontFamily: 'Helvetica',
  },
  // Not on the page: its numbers would not be drawn.
  text: { lineHeight: 1.4 },
  head: { textAlign: 'center', fontFamily: 'Helvetica-Bold', fontSize: 15, textTransform: 'uppercase' },
  rule: { borderBottomWidth: 2, borderBottomColor: '#000', marginTop: 8, marginBottom: 18 },
  facts: { flexDirection: 'row', marginBottom: 2 },
  term: { width: 60 },
  to: { marginTop: 14, marginBottom: 12 },
  bold: { fontFamily: 'Helvetica-Bold' },
  quote: { marginVertical: 10, padding: 10, borderLeftWidth: 3, borderLeftColor: '#555' },
  row: { flexDirection: 'row', paddingVertical: 4, ...line },
  no: { width: 26 },
  name: { width: 150, paddingRight: 6 },
  enterprise: { width: 150, paddingRight: 6 },
  place: { flex: 1 },
  sign: { marginTop: 28, marginLeft: 'auto', width: 190 },
  space: { height: 56 },
  foot: { position: 'absolute', bottom: 24, left: 56, right: 56, fontSize: 8, textAlign: 'right' },
});

const placeOf = ({ rt, rw, address }: PrintedVillageLetter['people'][number]) =>
  [rt && `RT ${rt}`, rw && `RW ${rw}`, address].filter(Boolean).join(' · ');

// Letters are written in Indonesian, whatever language the screens are in.
function VillagePage({ letter }: { letter: PrintedVillageLetter }) {
  return (
    <Page size="A4" style={styles.page}>
      <Text style={styles.head}>{letter.officeName}</Text>
      <View style={styles.rule} />
      <View style={styles.facts}>
        <Text style={styles.term}>Hal</Text>
        <Text>: {letter.title}</Text>
      </View>
      <View style={styles.facts}>
        <Text style={styles.term}>Tanggal</Text>
        <Text>: {formatLongDate(letter.day)}</Text>
      </View>
      <View style={styles.to}>
        <Text>Yth. Lurah / Kepala Desa {letter.villageName}</Text>
        {letter.districtName && <Text>Kecamatan {letter.districtName}</Text>}
      </View>
      <Text style={styles.text}>
        Mohon bantuan Bapak/Ibu menyampaikan kabar berikut kepada {letter.people.length} pemilik usaha di
        wilayah {letter.villageName} yang nomor HP-nya belum tercatat pada kami:
      </Text>
      <Text style={[styles.text, styles.quote]}>{letter.message}</Text>
      <View style={styles.row} fixed>
        <Text style={[styles.no, styles.bold]}>No</Text>
        <Text style={[styles.name, styles.bold]}>Pemilik</Text>
        <Text style={[styles.enterprise, styles.bold]}>Usaha</Text>
        <Text style={[styles.place, styles.bold]}>Alamat</Text>
      </View>
      {letter.people.map((person, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: printed once, in this order
        <View key={at} style={styles.row} wrap={false}>
          <Text style={styles.no}>{at + 1}</Text>
          <Text style={styles.name}>{person.ownerName ?? '–'}</Text>
          <Text style={styles.enterprise}>{person.enterprises}</Text>
          <Text style={styles.place}>{placeOf(person) || '–'}</Text>
        </View>
      ))}
      <View wrap={false}>
        <Text style={[styles.text, { marginTop: 12 }]}>
          Bila ada yang pindah, tutup, atau nomor HP-nya diketahui, mohon kabari kami. Daftar ini hanya untuk
          menyampaikan kabar tersebut; mohon tidak disebarkan.
        </Text>
        <View style={styles.sign}>
          <Text>{letter.officeName},</Text>
          <View style={styles.space} />
          <Text>(........................................)</Text>
        </View>
      </View>
      <Text
        style={styles.foot}
        fixed
        render={({ pageNumber, totalPages }) => `${letter.villageName} · ${pageNumber}/${totalPages}`}
      />
    </Page>
  );
}

/** All letters in one file, each kelurahan on pages of its own. */
export function villageLettersPdf(letters: readonly PrintedVillageLetter[]): Promise<Buffer> {
  return renderToBuffer(
    <Document title="Surat kelurahan" language="id">
      {letters.map((letter) => (
        <VillagePage key={letter.villageName} letter={letter} />
      ))}
    </Document>,
  );
}
