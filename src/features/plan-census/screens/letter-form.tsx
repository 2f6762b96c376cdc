import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { CheckboxesField } from '#ui/choice-fields.tsx';
import { DateField } from '#ui/date-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { letterMessages } from '../messages/letter-messages.ts';
import type { LetterFormValues, LettersView } from '../rules/letter-view.ts';

type Props = {
  page: LettersView;
  reply?: { values: LetterFormValues; userIds: string[]; refusal: Refusal } | undefined;
};

/** For whom, under which number, signed by whom; begins as it was filled in the last time. */
export function LetterForm({ page, reply }: Props) {
  const t = messagesFor(letterMessages, useLocale());
  const values = reply?.values ?? page.values;
  const errors = reply?.refusal.fields ?? [];
  const without = page.people.filter(({ hasLetter }) => !hasLetter).map(({ userId }) => userId);
  const field = (name: keyof LetterFormValues) => ({
    name,
    label: t[name],
    errors,
    defaultValue: values[name],
  });
  return (
    <details open={reply !== undefined || page.letters.length === 0}>
      <summary className="more-summary">{t.make}</summary>
      <Form method="post" className="stack" noValidate>
        <Card>
          <div className="fields">
            <CheckboxesField
              name="userIds"
              label={t.userIds}
              errors={errors}
              defaultValue={reply?.userIds ?? without}
              options={page.people.map(({ userId, name, hasLetter }) => ({
                value: userId,
                label: name,
                ...(hasLetter ? { hint: t.hasLetter } : {}),
              }))}
            />
            <TextField {...field('number')} hint={t.numberHint} />
            <TextField
              {...field('firstNumber')}
              hint={t.firstNumberHint}
              inputMode="numeric"
              short
              optional
            />
            <div className="field-pair">
              <DateField {...field('issuedOn')} />
              <DateField {...field('validTo')} />
            </div>
            <fieldset className="plain-set fields">
              <legend className="label">{t.signatory}</legend>
              <TextField {...field('signatoryName')} />
              <TextField {...field('signatoryPosition')} hint={t.positionHint} />
              <TextField {...field('signatoryNip')} inputMode="numeric" short optional />
            </fieldset>
            <div>
              <Button name="intent" value="issue">
                {t.issue}
              </Button>
            </div>
          </div>
        </Card>
      </Form>
    </details>
  );
}
