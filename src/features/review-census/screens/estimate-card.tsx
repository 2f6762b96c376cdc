import { messagesFor } from '#kernel/language.ts';
import { Card } from '#ui/card.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { useLocale } from '#ui/use-locale.ts';
import { coverageMessages } from '../messages/coverage-messages.ts';
import { estimateSentence } from '../messages/estimate-sentence.ts';
import type { CoverageView } from '../rules/coverage-view.ts';

/** The answer to the question of the round, in one sentence with its interval. */
export function EstimateCard({ estimate, narrowing }: Pick<CoverageView, 'estimate' | 'narrowing'>) {
  const locale = useLocale();
  const t = messagesFor(coverageMessages, locale);
  const n = (value: number) => formatNumber(value, locale);
  const sentence = estimateSentence(estimate, locale);
  return (
    <Card title={t.headline}>
      <p className="estimate-sentence">{sentence.charAt(0).toLocaleUpperCase(locale) + sentence.slice(1)}.</p>
      {estimate.state === 'estimated' && (
        <p className="soft">
          {t.basis({ sampled: n(estimate.basis.sampled), rows: n(estimate.basis.rows) })}
        </p>
      )}
      {estimate.state === 'not_yet' && (
        <p className="soft">
          {estimate.missing > 0
            ? t.missing({ missing: n(estimate.missing), sample: n(estimate.sample) })
            : t.tooFew}
        </p>
      )}
      {narrowing && (
        <p className="soft">
          {t.narrow({ visits: n(narrowing.more.visits), half: n(narrowing.halfWidth) })}{' '}
          {narrowing.more.how === 'lengthen' ? t.lengthen : t.anew}
        </p>
      )}
    </Card>
  );
}
