import {
  Document,
  Ellipse,
  Font,
  G,
  Image,
  Page,
  renderToBuffer,
  StyleSheet,
  Svg,
  Text,
  View,
} from '@react-pdf/renderer';
import { formatLongDate } from '#kernel/calendar.ts';
import { formatNip } from '#kernel/statutory/nip.ts';
import type { CertificateContent } from '../rules/certificate.ts';

/** A certificate and the picture of its QR code (a data URL), with the address where it is checked. */
export type CertificateOnPaper = CertificateContent & {
  number: string;
  issuedOn: string;
  verifyCode: string;
  lines: readonly string[];
  logo: Uint8Array | null;
  qr: string;
  checkAddress: string;
};

// Names of people and offices are never divided.
Font.registerHyphenationCallback((word) => [word]);

const ink = '#27346B';
const soga = '#8A5A2B';
/** Of the pattern, which stays in the background. */
const sand = '#D8C2A4';
const styles = StyleSheet.create({
  page: { fontFamily: 'Helvetica', fontSize: 11, color: '#1c2340' },
  frame: {
    position: 'absolute',
    top: 22,
    left: 22,
    right: 22,
    bottom: 22,
    borderWidth: 0.8,
    borderColor: ink,
  },
  band: { position: 'absolute', top: 30, bottom: 30, width: 46 },
  inside: { flex: 1, marginHorizontal: 92, marginTop: 38, marginBottom: 40, alignItems: 'center' },
  logo: { height: 44, width: 44, objectFit: 'contain', marginBottom: 6 },
  office: { fontSize: 10, textTransform: 'uppercase', letterSpacing: 0.6, textAlign: 'center' },
  officeLast: {
    fontSize: 12,
    fontFamily: 'Helvetica-Bold',
    textTransform: 'uppercase',
    textAlign: 'center',
    marginTop: 2,
  },
  title: { fontSize: 30, fontFamily: 'Times-Bold', letterSpacing: 7, color: ink, marginTop: 12 },
  number: { fontSize: 10, marginTop: 6, color: '#4a5070' },
  given: { marginTop: 12, color: '#4a5070' },
  name: { fontFamily: 'Times-Bold', color: soga, marginTop: 6, textAlign: 'center' },
  enterprise: { fontSize: 12, marginTop: 4, textAlign: 'center' },
  words: { marginTop: 12, textAlign: 'center', fontSize: 11.5, lineHeight: 1.5, maxWidth: 560 },
  bottom: {
    marginTop: 'auto',
    flexDirection: 'row',
    justifyContent: 'space-between',
    alignItems: 'flex-end',
    width: '100%',
  },
  check: { flexDirection: 'row', alignItems: 'center', width: 260 },
  qr: { width: 74, height: 74, marginRight: 8 },
  checkWords: { fontSize: 8, lineHeight: 1.35, color: '#4a5070' },
  code: { fontFamily: 'Courier-Bold', fontSize: 9.5, lineHeight: 1.5, color: '#1c2340' },
  sign: { width: 250, textAlign: 'center', alignItems: 'center' },
  room: { height: 44 },
  signName: { fontFamily: 'Helvetica-Bold', textDecoration: 'underline', textAlign: 'center' },
});

const petals = [
  [-7, -7, 45],
  [7, -7, 135],
  [7, 7, 45],
  [-7, 7, 135],
] as const;

/** A column of kawung, in lines only and far apart. */
function Kawung() {
  return (
    <Svg viewBox="0 0 46 535" style={{ height: '100%' }}>
      {Array.from({ length: 9 }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, in this order
        <G key={at} transform={`translate(23 ${34 + at * 58.5})`}>
          {petals.map(([x, y, turn]) => (
            <Ellipse
              key={`${x} ${y}`}
              cx={x}
              cy={y}
              rx={8.5}
              ry={4.2}
              transform={`rotate(${turn} ${x} ${y})`}
              stroke={sand}
              strokeWidth={0.7}
              fill="none"
            />
          ))}
        </G>
      ))}
    </Svg>
  );
}

const acting = { plt: 'Plt. ', plh: 'Plh. ' } as const;
/** Points: long names are written smaller, and wrap at last. */
const nameSize = (name: string) => (name.length <= 28 ? 32 : name.length <= 44 ? 25 : 19);

function CertificatePage({ of }: { of: CertificateOnPaper }) {
  const { startsOn, endsOn, place, hours, signatory, logo } = of;
  const span =
    startsOn === endsOn
      ? formatLongDate(startsOn)
      : `${formatLongDate(startsOn)} sampai ${formatLongDate(endsOn)}`;
  const details = [`pada ${span}`, place && `di ${place}`].filter(Boolean).join(' ');
  const nip = signatory.nip && (/^\d{18}$/.test(signatory.nip) ? formatNip(signatory.nip) : signatory.nip);
  return (
    <Page size="A4" orientation="landscape" style={styles.page} wrap={false}>
      <View style={styles.frame} />
      <View style={[styles.band, { left: 34 }]}>
        <Kawung />
      </View>
      <View style={[styles.band, { right: 34 }]}>
        <Kawung />
      </View>
      <View style={styles.inside}>
        {logo && <Image src={{ data: Buffer.from(logo), format: 'png' }} style={styles.logo} />}
        {of.lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: printed once, in this order
          <Text key={at} style={at === of.lines.length - 1 ? styles.officeLast : styles.office}>
            {line}
          </Text>
        ))}
        <Text style={styles.title}>SERTIFIKAT</Text>
        <Text style={styles.number}>Nomor: {of.number}</Text>
        <Text style={styles.given}>diberikan kepada</Text>
        <Text style={[styles.name, { fontSize: nameSize(of.name) }]}>{of.name}</Text>
        {of.enterprise && <Text style={styles.enterprise}>{of.enterprise}</Text>}
        <Text style={styles.words}>
          yang telah mengikuti {of.programme} ({of.intake}), diselenggarakan oleh {of.office} {details}
          {hours === null ? '.' : `, selama ${String(hours).replace('.', ',')} jam.`}
        </Text>
        <View style={styles.bottom}>
          <View style={styles.check}>
            <Image src={of.qr} style={styles.qr} />
            <View>
              <Text style={styles.checkWords}>Periksa keaslian di</Text>
              <Text style={styles.checkWords}>{of.checkAddress}</Text>
              <Text style={styles.code}>{of.verifyCode}</Text>
            </View>
          </View>
          <View style={styles.sign}>
            <Text>{[of.city, formatLongDate(of.issuedOn)].filter(Boolean).join(', ')}</Text>
            <Text>
              {signatory.acting ? acting[signatory.acting] : ''}
              {signatory.position},
            </Text>
            <View style={styles.room} />
            <Text style={styles.signName}>{signatory.name}</Text>
            {signatory.rank && <Text>{signatory.rank}</Text>}
            {nip && <Text>NIP. {nip}</Text>}
          </View>
        </View>
      </View>
    </Page>
  );
}

/** All certificates in one file, one a page. */
export function certificatesPdf(certificates: readonly CertificateOnPaper[]): Promise<Buffer> {
  return renderToBuffer(
    <Document title="Sertifikat" language="id">
      {certificates.map((one) => (
        <CertificatePage key={one.verifyCode} of={one} />
      ))}
    </Document>,
  );
}
