import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ChipRadios } from '#ui/chip-radios.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { useLocale } from '#ui/use-locale.ts';
import { overviewMessages } from '../messages/overview-messages.ts';
import { falseMergeTargets } from '../rules/false-merge-target.ts';

/** How often merging by itself may be wrong, in plain words. */
export function PolicyCard({ target, maySteer }: { target: number | null; maySteer: boolean }) {
  const locale = useLocale();
  const t = messagesFor(overviewMessages, locale);
  const inWords = (count: number) => ({ count: formatNumber(count, locale) });
  return (
    <Card title={t.policy}>
      <div className="stack tight">
        <p>{target === null ? t.policyNever : t.policyNow(inWords(target))}</p>
        {maySteer && (
          <Form method="post" preventScrollReset className="fields" key={target}>
            <ChipRadios
              name="target"
              label={<span className="hidden">{t.policy}</span>}
              hint={t.policyHint}
              defaultValue={target === null ? 'never' : String(target)}
              options={[
                ...falseMergeTargets.map((one) => ({ value: String(one), label: t.oneIn(inWords(one)) })),
                { value: 'never', label: t.never },
              ]}
            />
            <Button name="intent" value="policy" look="secondary" className="start">
              {t.setPolicy}
            </Button>
          </Form>
        )}
      </div>
    </Card>
  );
}
