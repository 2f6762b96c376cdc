import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { formatRupiah } from '#kernel/money.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { CheckboxesField } from '#ui/choice-fields.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { budgetMessages } from '../messages/budget-messages.ts';
import type { CommitmentLine } from '../rules/programme-view.ts';

type Props = { over: number; commitments: readonly CommitmentLine[]; mayPlan: boolean };

/** A ceiling fell below what is committed: how much, and which intakes may wait. Nothing is ticked beforehand. */
export function ExcessCard({ over, commitments, mayPlan }: Props) {
  const locale = useLocale();
  const t = messagesFor(budgetMessages, locale);
  const rupiah = (amount: number) => formatRupiah(amount, locale);
  const possible = commitments.filter(({ mayPostpone }) => mayPostpone);
  return (
    <Card title={t.overTitle({ amount: rupiah(over) })}>
      <div className="stack tight">
        <p>{possible.length > 0 ? t.overText : t.overNone}</p>
        {mayPlan && possible.length > 0 && (
          <Form method="post" className="fields">
            <input type="hidden" name="intent" value="postpone" />
            <CheckboxesField
              name="intakeIds"
              label={t.choose}
              options={possible.map(({ intakeId, programme, intake, amount, paid }) => ({
                value: intakeId,
                label: `${programme} · ${intake}`,
                hint: t.frees({ amount: rupiah(amount - paid) }),
              }))}
            />
            <Button look="secondary" className="start">
              {t.postpone}
            </Button>
          </Form>
        )}
      </div>
    </Card>
  );
}
