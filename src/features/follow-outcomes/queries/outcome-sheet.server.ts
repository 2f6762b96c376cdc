import type { Readable } from 'node:stream';
import { type Locale, messagesFor } from '#kernel/language.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { workbookStream } from '#platform/spreadsheet/write-workbook.ts';
import { answerWords } from '../messages/answer-words.ts';
import { outcomeMessages } from '../messages/outcome-messages.ts';
import { waves } from '../rules/ask-calendar.ts';
import { asksForExport } from '../rules/outcome-questions.ts';
import type { PersonLine } from '../rules/outcome-view.ts';
import { questionsToSum } from '../rules/questions-to-sum.ts';
import { sumOutcomes } from '../rules/sum-outcomes.ts';
import { everyoneAsked } from './intake-outcomes.server.ts';

/** Outcomes of an intake as a workbook: everybody asked in all waves, and the sums; null: there is no such intake. */
export async function outcomeSheet(
  context: QueryContext,
  intakeId: string,
  locale: Locale,
): Promise<Readable | null> {
  const found = await everyoneAsked(context, intakeId);
  if (!found) return null;
  const t = messagesFor(outcomeMessages, locale);
  const { people, topic } = found;
  const withExport = asksForExport(topic);
  return workbookStream([
    {
      name: t.title,
      columns: [
        { title: t.enterprise, width: 32 },
        { title: t.village, width: 20 },
        { title: t.month, kind: 'number' },
        { title: t.dueOn, kind: 'date' },
        { title: t.closesOn, kind: 'date' },
        { title: t.standing, width: 28 },
        { title: t.running, width: 20 },
        { title: t.monthlySales, width: 20 },
        { title: t.sales, width: 24 },
        { title: t.newProduct, width: 16 },
        { title: t.productName, width: 24 },
        { title: t.newBuyer, width: 28 },
        { title: t.hasExported, width: 16 },
        { title: t.helped, width: 40 },
        { title: t.mayPublish, width: 16 },
        { title: t.via, width: 16 },
        { title: t.answeredOn, kind: 'date' },
      ],
      rows: people.toSorted((a, b) => a.months - b.months).map((one) => rowOf(one, locale)),
    },
    {
      name: t.sums,
      columns: [
        { title: t.month, kind: 'number' },
        { title: t.question, width: 36 },
        { title: t.of, width: 28 },
        { title: t.count, kind: 'number' },
        { title: t.asked, kind: 'number' },
      ],
      rows: waves.flatMap((months) => sumRows(people, months, withExport, locale)),
    },
  ]);
}

function rowOf(one: PersonLine, locale: Locale) {
  const w = messagesFor(answerWords, locale);
  const { answers, salesChange } = one;
  return [
    one.name,
    one.village,
    one.months,
    one.dueOn,
    one.closesOn,
    w[`standing_${one.standing}`],
    answers && w[`running_${answers.running}`],
    answers?.salesBand && w[`sales_${answers.salesBand}`],
    answers?.salesBand && w[`change_${salesChange ?? 'no_figure_before'}`],
    answers?.newProduct && w[`product_${answers.newProduct}`],
    answers?.productName,
    answers?.newBuyer && w[`buyer_${answers.newBuyer}`],
    answers?.hasExported && w[`export_${answers.hasExported}`],
    answers?.helped,
    answers?.mayPublish && w.yes,
    one.via && w[`via_${one.via}`],
    one.answeredOn,
  ];
}

/** Nothing of a wave that is not due yet. */
function sumRows(people: readonly PersonLine[], months: number, withExport: boolean, locale: Locale) {
  const t = messagesFor(outcomeMessages, locale);
  const w = messagesFor(answerWords, locale);
  const sums = sumOutcomes(
    people.filter((one) => one.months === months),
    withExport,
  );
  if (sums.asked === 0) return [];
  return questionsToSum.flatMap(({ name, answers }) => {
    const counts = sums[name];
    if (counts === null) return [];
    return answers.map(([key, word]) => [months, t[name], w[word], counts[key] ?? 0, sums.asked]);
  });
}
