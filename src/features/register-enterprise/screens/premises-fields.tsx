import { messagesFor } from '#kernel/language.ts';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { fieldLabels } from '../messages/field-labels.ts';
import { formMessages } from '../messages/form-messages.ts';
import type { FieldsProps } from './form-values.ts';

export type VillageChoice = { code: string; name: string; districtName: string };

/** Where the enterprise is: village by name, RT and RW, street. */
export function PremisesFields({
  values,
  errors,
  villages,
}: FieldsProps & { villages: readonly VillageChoice[] }) {
  const locale = useLocale();
  const t = messagesFor(formMessages, locale);
  const l = messagesFor(fieldLabels, locale);
  return (
    <>
      <SelectField
        name="premises.villageCode"
        label={l.villageCode}
        empty={t.chooseVillage}
        options={villages.map(({ code, name, districtName }) => ({
          value: code,
          label: `${name} (${districtName})`,
        }))}
        defaultValue={values['premises.villageCode'] ?? ''}
        errors={errors}
      />
      <div className="field-pair">
        <TextField
          name="premises.rt"
          label={l.rt}
          optional
          inputMode="numeric"
          maxLength={3}
          errors={errors}
          defaultValue={values['premises.rt']}
        />
        <TextField
          name="premises.rw"
          label={l.rw}
          optional
          inputMode="numeric"
          maxLength={3}
          errors={errors}
          defaultValue={values['premises.rw']}
        />
      </div>
      <TextField
        name="premises.address"
        label={l.address}
        optional
        errors={errors}
        defaultValue={values['premises.address']}
        maxLength={500}
      />
      <TextField
        name="premises.hamlet"
        label={l.hamlet}
        optional
        errors={errors}
        defaultValue={values['premises.hamlet']}
        maxLength={100}
      />
    </>
  );
}
