import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { useLocale } from '#ui/use-locale.ts';
import { overviewMessages } from '../messages/overview-messages.ts';
import type { DuplicatesOverview } from '../rules/overview.ts';
import type { Estimate } from '../rules/quality-estimate.ts';
import { reviewAddress } from './queue-address.ts';

type Props = Pick<DuplicatesOverview, 'quality' | 'sample'> & { mayDecide: boolean };

/** How right merging is, as far as drawn pairs tell, and the drawing of them. */
export function QualityCard({ quality, sample, mayDecide }: Props) {
  const locale = useLocale();
  const t = messagesFor(overviewMessages, locale);
  const ofHundred = ({ share, low, high }: Estimate) => ({
    share: formatNumber(share * 100, locale),
    low: formatNumber(low * 100, locale),
    high: formatNumber(high * 100, locale),
  });
  const { precision, recall } = quality;
  return (
    <Card title={t.quality}>
      <div className="stack tight">
        <p>{precision ? t.precision(ofHundred(precision)) : t.precisionUnknown}</p>
        <p>{recall ? t.recall(ofHundred(recall)) : t.recallUnknown}</p>
        <p className="soft small">
          {precision || recall
            ? t.qualityBasis({ judged: formatNumber(sample.judged, locale) })
            : t.qualityHow}
        </p>
        {sample.drawn > 0 && sample.left === 0 && <p className="soft small">{t.sampleDone}</p>}
        {!sample.mayDraw && sample.drawn === 0 && <p className="soft small">{t.noSampleYet}</p>}
        {mayDecide && (
          <div className="row">
            {sample.left > 0 && (
              <ButtonLink to={reviewAddress('sample')} look="secondary">
                {t.judgeSample({ left: formatNumber(sample.left, locale) })}
              </ButtonLink>
            )}
            {sample.drawn === 0 && sample.mayDraw && (
              <Form method="post">
                <Button name="intent" value="draw_sample" look="secondary">
                  {t.drawSample}
                </Button>
              </Form>
            )}
          </div>
        )}
      </div>
    </Card>
  );
}
