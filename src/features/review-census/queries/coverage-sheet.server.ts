import type { Readable } from 'node:stream';
import { formatInstant } from '#kernel/calendar.ts';
import { type Locale, messagesFor } from '#kernel/language.ts';
import { workbookStream } from '#platform/spreadsheet/write-workbook.ts';
import { coverageMessages } from '../messages/coverage-messages.ts';
import { coverageWords } from '../messages/coverage-words.ts';
import { estimateSentence } from '../messages/estimate-sentence.ts';
import { goodsWord } from '../messages/field-words.ts';
import { coverageTable } from '../rules/coverage-table.ts';
import type { CoverageView } from '../rules/coverage-view.ts';
import type { Estimate } from '../rules/estimate.ts';

const bounds = (estimate: Estimate): [number | null, number | null] =>
  estimate.state === 'estimated'
    ? [estimate.low, estimate.high]
    : estimate.state === 'known'
      ? [estimate.found, estimate.found]
      : [null, null];

/** The day's coverage as a workbook: villages, lines of business, and what the numbers mean. */
export function coverageSheet(view: CoverageView, locale: Locale): Readable {
  const t = messagesFor(coverageMessages, locale);
  const { titles, lines } = coverageTable(view, coverageWords(locale));
  const [low, high] = [
    locale === 'id' ? 'paling sedikit' : 'at least',
    locale === 'id' ? 'paling banyak' : 'at most',
  ];
  const villageBounds = [...view.villages.map(({ estimate }) => bounds(estimate)), bounds(view.estimate)];
  return workbookStream([
    {
      name: t.villages,
      columns: [
        ...titles.map((title, at) => ({ title, ...(at > 1 ? { kind: 'number' as const } : {}) })),
        { title: `${t.estimate}, ${low}`, kind: 'number' },
        { title: `${t.estimate}, ${high}`, kind: 'number' },
      ],
      rows: lines.map((line, at) => [...line, ...(villageBounds[at] ?? [null, null])]),
    },
    {
      name: t.product,
      columns: [
        { title: t.product },
        { title: t.foundSoFar, kind: 'number' },
        { title: `${t.likely}, ${low}`, kind: 'number' },
        { title: `${t.likely}, ${high}`, kind: 'number' },
      ],
      rows: view.products.map(({ product, found, estimate }) => [
        goodsWord(product, locale),
        found,
        ...bounds(estimate),
      ]),
    },
    {
      name: t.definitions,
      columns: [{ title: view.round.name, width: 120 }],
      rows: [
        t.source({ sources: view.sources.join(', '), at: formatInstant(view.asOf, locale) }),
        estimateSentence(view.estimate, locale),
        t.defListed,
        t.defRt,
        t.defVisited,
        t.defUnknown,
        t.defFound,
      ].map((line) => [line]),
    },
  ]);
}
