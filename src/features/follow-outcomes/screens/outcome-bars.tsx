import { messagesFor } from '#kernel/language.ts';
import { BarList } from '#ui/bar-list.tsx';
import { Card } from '#ui/card.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { answerWords } from '../messages/answer-words.ts';
import { outcomeMessages } from '../messages/outcome-messages.ts';
import { type AnswerWord, questionsToSum } from '../rules/questions-to-sum.ts';
import type { OutcomeSums } from '../rules/sum-outcomes.ts';

/** What was answered, each bar out of all who were asked: who is silent is a bar like the others. */
export function OutcomeBars({ sums, today }: { sums: OutcomeSums; today: string }) {
  const locale = useLocale();
  const t = messagesFor(outcomeMessages, locale);
  const w = messagesFor(answerWords, locale);
  return (
    <div className="outcome-bars">
      {questionsToSum.map(({ name, answers }) => {
        const counts = sums[name];
        if (counts === null) return null;
        return (
          <Card key={name}>
            <BarList
              title={t[name]}
              unit={t.enterprisesUnit}
              of={t.of}
              bars={answers.map(([key, word]: readonly [string, AnswerWord]) => ({
                label: w[word],
                value: counts[key] ?? 0,
                of: sums.asked,
              }))}
              source={t.source}
              asOf={today}
            />
            {name === 'sales' && <p className="soft small">{t.salesNote}</p>}
          </Card>
        );
      })}
    </div>
  );
}
