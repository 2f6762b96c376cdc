import { messagesFor } from '#kernel/language.ts';
import type { FieldRefusal } from '#kernel/refusal.ts';
import { ChipRadios } from '#ui/chip-radios.tsx';
import { CheckboxField } from '#ui/choice-fields.tsx';
import { TextField } from '#ui/text-field.tsx';
import { TextareaField } from '#ui/textarea-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { answerWords } from '../messages/answer-words.ts';
import { tellMessages } from '../messages/tell-messages.ts';
import { buyerAnswers, type OutcomeAnswers, runningAnswers, yesNo } from '../rules/outcome-questions.ts';
import { salesBandKeys } from '../rules/sales-bands.ts';

/** Of a form: names as they are sent, so that what was typed can be shown again after a refusal. */
export type OutcomeValues = Readonly<Partial<Record<`answers.${keyof OutcomeAnswers}`, string>>>;

export function valuesOf(answers: OutcomeAnswers | null): OutcomeValues {
  const entries = Object.entries(answers ?? {}).map(([name, value]) => [`answers.${name}`, value ?? '']);
  return Object.fromEntries(entries);
}

type Props = {
  values: OutcomeValues;
  withExport: boolean;
  errors?: readonly FieldRefusal[] | undefined;
};

/** Six questions at most, by chips where that is possible; only the first must be answered. */
export function OutcomeFields({ values, withExport, errors }: Props) {
  const locale = useLocale();
  const t = messagesFor(tellMessages, locale);
  const w = messagesFor(answerWords, locale);
  const given = (name: keyof OutcomeAnswers) => values[`answers.${name}`] ?? '';
  /** Last, and chosen until something else is. */
  const skip = { value: '', label: t.skip };
  const more = errors === undefined ? {} : { errors };
  return (
    <>
      <ChipRadios
        name="answers.running"
        label={t.running}
        defaultValue={given('running')}
        options={runningAnswers.map((value) => ({ value, label: w[`running_${value}`] }))}
        {...more}
      />
      <ChipRadios
        name="answers.salesBand"
        label={t.salesBand}
        hint={t.salesHint}
        defaultValue={given('salesBand')}
        options={[...salesBandKeys.map((value) => ({ value, label: w[`sales_${value}`] })), skip]}
        {...more}
      />
      <div className="tell-pair">
        <ChipRadios
          name="answers.newProduct"
          label={t.newProduct}
          defaultValue={given('newProduct')}
          options={[{ value: 'yes', label: t.yes }, { value: 'no', label: w.product_no }, skip]}
          {...more}
        />
        <div className="tell-which">
          <TextField
            name="answers.productName"
            label={t.productName}
            optional
            maxLength={120}
            autoComplete="off"
            defaultValue={given('productName')}
            {...more}
          />
        </div>
      </div>
      <ChipRadios
        name="answers.newBuyer"
        label={t.newBuyer}
        defaultValue={given('newBuyer')}
        options={[...buyerAnswers.map((value) => ({ value, label: w[`buyer_${value}`] })), skip]}
        {...more}
      />
      {withExport && (
        <ChipRadios
          name="answers.hasExported"
          label={t.hasExported}
          defaultValue={given('hasExported')}
          options={[...yesNo.map((value) => ({ value, label: w[`export_${value}`] })), skip]}
          {...more}
        />
      )}
      <div className="tell-pair">
        <TextareaField
          name="answers.helped"
          label={t.helped}
          optional
          rows={3}
          maxLength={500}
          defaultValue={given('helped')}
          {...more}
        />
        <CheckboxField
          name="answers.mayPublish"
          label={t.mayPublish}
          value="yes"
          defaultChecked={given('mayPublish') === 'yes'}
          {...more}
        />
      </div>
    </>
  );
}

export function outcomeLabels(locale: 'id' | 'en'): Record<string, string> {
  const t = messagesFor(tellMessages, locale);
  return {
    'answers.running': t.running,
    'answers.salesBand': t.salesBand,
    'answers.newProduct': t.newProduct,
    'answers.productName': t.productName,
    'answers.newBuyer': t.newBuyer,
    'answers.hasExported': t.hasExported,
    'answers.helped': t.helped,
  };
}
