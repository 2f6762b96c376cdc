import { Document, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer';
import { formatInstant } from '#kernel/calendar.ts';
import { type Locale, messagesFor } from '#kernel/language.ts';
import { formatNumber } from '#ui/format-number.ts';
import { coverageMessages } from '../messages/coverage-messages.ts';
import { coverageWords } from '../messages/coverage-words.ts';
import { estimateSentence } from '../messages/estimate-sentence.ts';
import { goodsWord } from '../messages/field-words.ts';
import { coverageTable } from '../rules/coverage-table.ts';
import type { CoverageView } from '../rules/coverage-view.ts';
import { estimateCell } from './estimate-cell.ts';

const styles = StyleSheet.create({
  page: { padding: 34, fontFamily: 'Helvetica', fontSize: 8.5, color: '#20233A' },
  office: { fontSize: 9, color: '#5A5648' },
  title: { fontSize: 16, fontFamily: 'Helvetica-Bold', color: '#27346B', marginTop: 2 },
  sentence: { fontSize: 12, fontFamily: 'Helvetica-Bold', marginTop: 10, lineHeight: 1.35 },
  heading: { fontSize: 10, fontFamily: 'Helvetica-Bold', marginTop: 14, marginBottom: 4 },
  head: { flexDirection: 'row', borderBottomWidth: 1, borderColor: '#27346B', paddingBottom: 3 },
  line: { flexDirection: 'row', borderBottomWidth: 0.4, borderColor: '#C9BFA8', paddingVertical: 2.5 },
  name: { flex: 2.2, paddingRight: 4 },
  number: { flex: 1, textAlign: 'right' },
  strong: { fontFamily: 'Helvetica-Bold' },
  note: { marginTop: 3, color: '#5A5648', lineHeight: 1.4 },
});

type Lines = { titles: readonly string[]; lines: readonly (readonly string[])[] };

function Table({ titles, lines, boldLast }: Lines & { boldLast?: boolean }) {
  const cell = (text: string, at: number) => (
    <Text key={at} style={at === 0 ? styles.name : styles.number}>
      {text}
    </Text>
  );
  return (
    <View>
      <View style={[styles.head, styles.strong]} fixed>
        {titles.map(cell)}
      </View>
      {lines.map((line, at) => (
        <View
          key={line.join('|')}
          style={boldLast && at === lines.length - 1 ? [styles.line, styles.strong] : styles.line}
          wrap={false}
        >
          {line.map(cell)}
        </View>
      ))}
    </View>
  );
}

/** The day's coverage on paper, with source, date and what each number means. */
export function coveragePdf(view: CoverageView, officeName: string, locale: Locale): Promise<Buffer> {
  const t = messagesFor(coverageMessages, locale);
  const words = coverageWords(locale);
  const { titles, lines } = coverageTable({ ...view, total: { ...view.total, verdicts: {} } }, words);
  const sentence = estimateSentence(view.estimate, locale);
  const produced = [...view.villages, { ...view.total, estimate: view.estimate }];
  const body = lines.map((line, at) => [
    ...line
      .filter((_, column) => column !== 1)
      .map((value) => (typeof value === 'number' ? formatNumber(value, locale) : value)),
    formatNumber(produced[at]?.verdicts.produces ?? 0, locale),
    estimateCell(produced[at]!.estimate, locale),
  ]);
  return renderToBuffer(
    <Document title={`${t.title}: ${view.round.name}`} language={locale}>
      <Page size="A4" orientation="landscape" style={styles.page}>
        <Text style={styles.office}>{officeName}</Text>
        <Text style={styles.title}>{view.round.name}</Text>
        <Text style={styles.note}>
          {t.source({ sources: view.sources.join(', '), at: formatInstant(view.asOf, locale) })}
        </Text>
        <Text style={styles.sentence}>
          {sentence.charAt(0).toLocaleUpperCase(locale) + sentence.slice(1)}.
        </Text>
        <Text style={styles.heading}>{t.villages}</Text>
        <Table
          titles={[...titles.filter((_, at) => at !== 1), t.produces, t.estimate]}
          lines={body}
          boldLast
        />
        {view.products.length > 0 && (
          <View wrap={false}>
            <Text style={styles.heading}>{t.products}</Text>
            <Table
              titles={[t.product, t.foundSoFar, t.likely]}
              lines={view.products.map(({ product, found, estimate }) => [
                goodsWord(product, locale),
                formatNumber(found, locale),
                estimateCell(estimate, locale),
              ])}
            />
          </View>
        )}
        <View wrap={false}>
          <Text style={styles.heading}>{t.definitions}</Text>
          {[t.defListed, t.defRt, t.defVisited, t.defUnknown, t.defFound].map((line) => (
            <Text key={line} style={styles.note}>
              {line}
            </Text>
          ))}
        </View>
      </Page>
    </Document>,
  );
}
