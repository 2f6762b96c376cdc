import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { CheckboxesField } from '#ui/choice-fields.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IntakeTabs } from '#ui/intake-tabs.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { selectionMessages } from '../messages/selection-messages.ts';
import type { BeginView } from '../rules/selection-view.ts';

type Props = { begin: BeginView; newSelectionId: string; mayPlan: boolean; refusal?: Refusal | undefined };

/** Where an intake has no selection yet: what one is, and the button that begins it. */
export function BeginScreen({ begin, newSelectionId, mayPlan, refusal }: Props) {
  const locale = useLocale();
  const t = messagesFor(selectionMessages, locale);
  const { intakeId, name, programmeId, programme, mayBegin, others } = begin;
  return (
    <div className="stack">
      <title>{`${t.title}: ${name} · Gawangan`}</title>
      <PageHeader title={name} back={{ to: `/pembinaan/${programmeId}`, label: programme }} />
      <IntakeTabs intakeId={intakeId} />
      <ErrorSummary refusal={refusal ?? null} />
      <Card title={t.title}>
        {!mayBegin && <p>{t.cannotBegin}</p>}
        {mayBegin && !mayPlan && <p>{t.viewOnly}</p>}
        {mayBegin && mayPlan && (
          <Form method="post" className="fields">
            <p>{t.beginLead}</p>
            <input type="hidden" name="selectionId" value={newSelectionId} />
            {others.length > 0 && (
              <CheckboxesField
                name="with"
                label={t.together}
                hint={t.togetherHint}
                optional
                options={others.map((one) => ({
                  value: one.intakeId,
                  label: one.name,
                  hint: t.seatsCount({ seats: formatNumber(one.seats, locale) }),
                }))}
              />
            )}
            <div className="row">
              <Button>{t.begin}</Button>
            </div>
          </Form>
        )}
      </Card>
    </div>
  );
}
