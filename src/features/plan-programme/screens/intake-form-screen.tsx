import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DateField } from '#ui/date-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { intakeMessages } from '../messages/intake-messages.ts';
import type { IntakeChoices, IntakeFormValues } from '../rules/intake-form.ts';

type Props = {
  choices: IntakeChoices;
  values: IntakeFormValues;
  /** Set where an intake that stands is changed. */
  intake?: { intakeId: string; name: string };
  refusal?: Refusal | undefined;
};

/** Plans an intake, or changes one: three short cards, filled in already. */
export function IntakeFormScreen({ choices, values, intake, refusal }: Props) {
  const locale = useLocale();
  const t = messagesFor(intakeMessages, locale);
  const title = intake ? t.editTitle : t.createTitle;
  const errors = refusal?.fields;
  const line = choices.lines.find(({ budgetLineId }) => budgetLineId === values.budgetLineId);
  const isOfOtherYear = errors?.some(({ path, code }) => path === 'budgetLineId' && code === 'other_year');
  const field = (name: keyof IntakeFormValues & keyof typeof t) => ({
    name,
    label: t[name] as string,
    errors,
    defaultValue: values[name],
  });
  const labels = Object.fromEntries(
    Object.keys(values).map((name) => [name, String(t[name as keyof typeof t])]),
  );
  return (
    <div className="stack">
      <title>{`${title} · Gawangan`}</title>
      <PageHeader
        title={title}
        lead={intake ? t.editLead : t.createLead}
        back={
          intake
            ? { to: `/pembinaan/angkatan/${intake.intakeId}`, label: intake.name }
            : { to: `/pembinaan/${choices.programme.programmeId}`, label: choices.programme.name }
        }
      />
      <Form method="post" className="stack" noValidate>
        <ErrorSummary refusal={refusal} labels={labels} />
        <input type="hidden" name="revision" value={values.revision} />
        <Card title={t.what}>
          <div className="fields">
            <TextField {...field('name')} maxLength={120} />
            {choices.stages.length > 1 ? (
              <SelectField
                {...field('stage')}
                options={choices.stages.map(({ stage, name }) => ({ value: String(stage), label: name }))}
              />
            ) : (
              <input type="hidden" name="stage" value="1" />
            )}
            <div className="field-pair">
              <DateField {...field('startsOn')} />
              <DateField {...field('endsOn')} />
            </div>
            <TextField {...field('place')} optional maxLength={300} />
            <SelectField
              {...field('partnerId')}
              empty={t.partnerOwn}
              options={choices.partners.map(({ partnerId, name }) => ({ value: partnerId, label: name }))}
            />
          </div>
        </Card>
        <Card title={t.applications}>
          <div className="field-pair">
            <DateField {...field('applicationsOpenOn')} hint={t.applicationsOpenHint} optional />
            <DateField {...field('applicationsCloseOn')} hint={t.applicationsCloseHint} optional />
          </div>
        </Card>
        <Card title={t.money}>
          <div className="fields">
            <div className="field-pair">
              <TextField {...field('seats')} inputMode="numeric" short />
              <TextField {...field('costPerSeat')} hint={t.costHint} inputMode="numeric" short />
            </div>
            <SelectField
              {...field('budgetLineId')}
              hint={
                isOfOtherYear && line
                  ? t.lineOtherYear({ line: String(line.fiscalYear), intake: values.startsOn.slice(0, 4) })
                  : t.lineHint
              }
              empty={t.noLine}
              options={choices.lines.map(({ budgetLineId, fiscalYear, code, name, left }) => ({
                value: budgetLineId,
                label: t.lineOption({
                  year: String(fiscalYear),
                  code,
                  name,
                  left: formatRupiah(left, locale),
                }),
              }))}
            />
          </div>
        </Card>
        <div className="row">
          <Button>{t.save}</Button>
        </div>
      </Form>
    </div>
  );
}
