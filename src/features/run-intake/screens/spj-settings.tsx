import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { FieldRefusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { CheckboxesField } from '#ui/choice-fields.tsx';
import { DateField } from '#ui/date-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { TextareaField } from '#ui/textarea-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { spjMessages } from '../messages/spj-messages.ts';
import { spjItems } from '../rules/paper-settings.ts';
import type { SpjView } from '../rules/spj-view.ts';

type Props = {
  page: SpjView;
  typed?: Readonly<Record<string, string>> | undefined;
  errors?: readonly FieldRefusal[] | undefined;
};

const numbers = ['invitation', 'minutes', 'report'] as const;
const signers = ['headId', 'organiserId', 'treasurerId'] as const;
const words = ['purpose', 'result', 'advice'] as const;

/** What all papers of the intake bear; everything has a first value. */
export function SpjSettings({ page, typed, errors = [] }: Props) {
  const t = messagesFor(spjMessages, useLocale());
  const { settings, revision, signatories } = page;
  const value = (name: Exclude<keyof typeof settings, 'notNeeded'>) => typed?.[name] ?? settings[name] ?? '';
  const people = signatories.map(({ signatoryId, name, position }) => ({
    value: signatoryId,
    label: `${name}, ${position}`,
  }));
  return (
    <details className="fold" open={typed !== undefined}>
      <summary>{t.settings}</summary>
      <Card>
        <Form method="post" className="fields">
          <input type="hidden" name="revision" value={revision} />
          <p className="soft">{t.settingsText}</p>
          <fieldset className="plain-set fields">
            <legend className="label">{t.numbers}</legend>
            {numbers.map((paper) => (
              <div key={paper} className="field-pair">
                <TextField
                  name={`${paper}Number`}
                  label={t[`${paper}Number`]}
                  hint={paper === 'invitation' ? t.numberHint : undefined}
                  optional
                  maxLength={100}
                  defaultValue={value(`${paper}Number`)}
                  errors={errors}
                />
                <DateField
                  name={`${paper}On`}
                  label={t[`${paper}On`]}
                  defaultValue={value(`${paper}On`)}
                  errors={errors}
                />
              </div>
            ))}
          </fieldset>
          <fieldset className="plain-set fields">
            <legend className="label">{t.signers}</legend>
            {signers.map((name) => (
              <SelectField
                key={name}
                name={name}
                label={t[name]}
                empty={t.byDuty}
                options={people}
                defaultValue={String(value(name))}
                errors={errors}
              />
            ))}
          </fieldset>
          <fieldset className="plain-set fields">
            <legend className="label">{t.given}</legend>
            <div className="field-pair">
              {(['transportPerDay', 'material', 'materialName', 'emptyLines'] as const).map((name) => (
                <TextField
                  key={name}
                  name={name}
                  label={t[name]}
                  inputMode={name === 'materialName' ? 'text' : 'numeric'}
                  defaultValue={String(value(name))}
                  errors={errors}
                />
              ))}
            </div>
          </fieldset>
          <fieldset className="plain-set fields">
            <legend className="label">{t.words}</legend>
            <TextField
              name="basis"
              label={t.basis}
              hint={t.basisHint}
              optional
              maxLength={500}
              defaultValue={value('basis')}
              errors={errors}
            />
            {words.map((name) => (
              <TextareaField
                key={name}
                name={name}
                label={t[name]}
                rows={3}
                maxLength={2000}
                defaultValue={String(value(name))}
                errors={errors}
              />
            ))}
          </fieldset>
          <CheckboxesField
            name="notNeeded"
            label={t.notNeeded}
            options={spjItems.map((item) => ({ value: item, label: t[`item_${item}`] }))}
            defaultValue={settings.notNeeded}
            errors={errors}
          />
          <Button name="intent" value="settings" className="start">
            {t.save}
          </Button>
        </Form>
      </Card>
    </details>
  );
}
