import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { FieldRefusal } from '#kernel/refusal.ts';
import { Button } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useLocale } from '../../../ui/use-locale.ts';
import { papersMessages } from '../messages/papers-messages.ts';
import { signatoryDuties } from '../rules/signatory.ts';

type Props = {
  intent: 'add' | 'change';
  values: Readonly<Record<string, string | number | null>>;
  errors?: readonly FieldRefusal[] | undefined;
};

/** Who signs, as it is printed, and for how long. */
export function SignatoryForm({ intent, values, errors = [] }: Props) {
  const t = messagesFor(papersMessages, useLocale());
  const value = (name: string) => values[name] ?? '';
  return (
    <Form method="post" className="fields">
      <input type="hidden" name="signatoryId" value={value('signatoryId')} />
      {intent === 'change' && <input type="hidden" name="revision" value={value('revision')} />}
      <div className="field-pair">
        <SelectField
          name="duty"
          label={t.duty}
          defaultValue={String(value('duty'))}
          options={signatoryDuties.map((duty) => ({ value: duty, label: t[duty] }))}
          errors={errors}
        />
        <SelectField
          name="acting"
          label={t.acting}
          defaultValue={String(value('acting'))}
          options={[
            { value: '', label: t.actingNone },
            { value: 'plt', label: t.plt },
            { value: 'plh', label: t.plh },
          ]}
          errors={errors}
        />
      </div>
      <TextField
        name="name"
        label={t.name}
        maxLength={120}
        defaultValue={value('name')}
        autoComplete="off"
        errors={errors}
      />
      <TextField
        name="position"
        label={t.position}
        hint={t.positionHint}
        maxLength={160}
        defaultValue={value('position')}
        errors={errors}
      />
      <div className="field-pair">
        <TextField
          name="rank"
          label={t.rank}
          hint={t.rankHint}
          optional
          maxLength={80}
          defaultValue={value('rank')}
          errors={errors}
        />
        <TextField
          name="nip"
          label={t.nip}
          optional
          inputMode="numeric"
          defaultValue={value('nip')}
          autoComplete="off"
          errors={errors}
        />
      </div>
      <div className="field-pair">
        <DateField name="validFrom" label={t.validFrom} defaultValue={value('validFrom')} errors={errors} />
        <DateField
          name="validTo"
          label={t.validTo}
          hint={t.validToHint}
          optional
          defaultValue={value('validTo')}
          errors={errors}
        />
      </div>
      <Button name="intent" value={intent} className="start">
        {t.save}
      </Button>
    </Form>
  );
}
