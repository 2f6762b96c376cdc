import { Document, Font, Image, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer';
import { publicMessages } from '../messages/public-messages.ts';
import { publicWindowWords } from '../messages/window-words.ts';
import type { PublicIntakePage } from '../rules/public-view.ts';
import { saidDays } from '../rules/share-text.ts';

export type Poster = PublicIntakePage & {
  /** Picture of the QR code, a data URL. */
  qr: string;
  /** Where it leads, as one would type it. */
  address: string;
};

// Names of places are never divided.
Font.registerHyphenationCallback((word) => [word]);

const indigo = '#27346b';
const soga = '#8a5a2b';
const ink = '#20233a';
const soft = '#5a5648';

const styles = StyleSheet.create({
  page: { backgroundColor: '#fbf7ef', padding: 0, fontFamily: 'Helvetica', color: ink },
  head: { backgroundColor: indigo, color: '#ffffff', paddingVertical: 26, paddingHorizontal: 48 },
  office: { fontSize: 14, fontFamily: 'Helvetica-Bold' },
  band: { height: 6, backgroundColor: soga },
  body: { paddingHorizontal: 48, paddingTop: 34, flexGrow: 1 },
  over: { fontSize: 14, color: soga, fontFamily: 'Helvetica-Bold', marginBottom: 8 },
  title: { fontSize: 34, color: indigo, fontFamily: 'Helvetica-Bold', lineHeight: 1.15 },
  name: { fontSize: 15, color: soft, marginTop: 8 },
  summary: { fontSize: 14, lineHeight: 1.45, marginTop: 14 },
  facts: { marginTop: 22 },
  fact: { flexDirection: 'row', marginBottom: 7, fontSize: 14 },
  term: { width: 86, color: soft },
  value: { flex: 1, fontFamily: 'Helvetica-Bold' },
  heading: { fontSize: 15, color: indigo, fontFamily: 'Helvetica-Bold', marginTop: 18, marginBottom: 8 },
  condition: { flexDirection: 'row', marginBottom: 5, fontSize: 13, lineHeight: 1.35 },
  dot: { width: 16, color: soga },
  words: { flex: 1 },
  foot: {
    flexDirection: 'row',
    alignItems: 'center',
    margin: 36,
    marginTop: 18,
    padding: 22,
    borderRadius: 12,
    backgroundColor: '#ffffff',
    border: '1pt solid #e8decb',
  },
  qr: { width: 132, height: 132, marginRight: 22 },
  call: { flex: 1 },
  deadline: { fontSize: 16, color: indigo, fontFamily: 'Helvetica-Bold', lineHeight: 1.3, marginBottom: 8 },
  small: { fontSize: 12, color: soft, lineHeight: 1.45 },
  address: { fontSize: 11, fontFamily: 'Courier-Bold', marginTop: 8, color: ink },
});

/** More than these would push the code off the sheet; the page has them all. */
const MOST_CONDITIONS = 6;

function PosterPage({ intake, conditions, qr, address }: Poster) {
  const t = publicMessages.id;
  const { officeName, programme, name, stage, summary, place, seats, partner } = intake;
  const facts = [
    [t.when, saidDays(intake.startsOn, intake.endsOn)],
    [t.place, place ?? t.placeLater],
    [t.seats, t.seatsCount({ count: String(seats) })],
    ...(partner ? [[t.partner, partner] as const] : []),
  ] as const;
  return (
    <Page size="A4" style={styles.page}>
      <View style={styles.head}>
        <Text style={styles.office}>{officeName}</Text>
      </View>
      <View style={styles.band} />
      <View style={styles.body}>
        <Text style={styles.over}>{intake.window.state === 'open' ? t.posterHead : t.title}</Text>
        <Text style={styles.title}>{programme}</Text>
        <Text style={styles.name}>{[name, stage].filter(Boolean).join(', ')}</Text>
        {summary && <Text style={styles.summary}>{summary}</Text>}
        <View style={styles.facts}>
          {facts.map(([term, value]) => (
            <View key={term} style={styles.fact}>
              <Text style={styles.term}>{term}</Text>
              <Text style={styles.value}>{value}</Text>
            </View>
          ))}
        </View>
        {conditions.length > 0 && (
          <View>
            <Text style={styles.heading}>{t.conditions}</Text>
            {conditions.slice(0, MOST_CONDITIONS).map(({ key, label }) => (
              <View key={key} style={styles.condition}>
                <Text style={styles.dot}>•</Text>
                <Text style={styles.words}>{label}</Text>
              </View>
            ))}
          </View>
        )}
      </View>
      <View style={styles.foot} wrap={false}>
        <Image src={qr} style={styles.qr} />
        <View style={styles.call}>
          <Text style={styles.deadline}>{publicWindowWords(intake.window, 'id')}</Text>
          <Text style={styles.small}>{t.posterScan}.</Text>
          <Text style={styles.small}>{t.posterPapers}</Text>
          <Text style={styles.address}>{address}</Text>
        </View>
      </View>
    </Page>
  );
}

/** An A4 poster. */
export function posterPdf(poster: Poster): Promise<Buffer> {
  return renderToBuffer(
    <Document title={poster.intake.programme} language="id">
      <PosterPage {...poster} />
    </Document>,
  );
}
