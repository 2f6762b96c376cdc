import { messagesFor } from '#kernel/language.ts';
import type { FieldRefusal } from '#kernel/refusal.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { useLocale } from '../../../ui/use-locale.ts';
import { peopleMessages } from '../messages/people-messages.ts';

export type Choice = { value: string; label: string };
export type Typed = Readonly<Record<string, string>>;
type Props = {
  roles: readonly Choice[];
  scopes: readonly Choice[];
  typed?: Typed;
  errors?: readonly FieldRefusal[];
};

/** Which duty, where, from when, until when. */
export function RoleFields({ roles, scopes, typed = {}, errors }: Props) {
  const t = messagesFor(peopleMessages, useLocale());
  return (
    <>
      <SelectField
        name="role"
        label={t.role}
        options={roles}
        empty={t.chooseRole}
        defaultValue={typed.role}
        errors={errors}
      />
      <SelectField
        name="scope"
        label={t.scope}
        hint={t.scopeHint}
        options={scopes}
        defaultValue={typed.scope ?? scopes[0]?.value}
        errors={errors}
      />
      <DateField name="validFrom" label={t.from} optional defaultValue={typed.validFrom} errors={errors} />
      <DateField
        name="validTo"
        label={t.to}
        hint={t.toHint}
        optional
        defaultValue={typed.validTo}
        errors={errors}
      />
    </>
  );
}

/** Names of the fields for the summary of errors. */
export function useRoleLabels(): Record<string, string> {
  const t = messagesFor(peopleMessages, useLocale());
  return {
    role: t.role,
    scope: t.scope,
    validFrom: t.from,
    validTo: t.to,
    name: t.name,
    email: t.email,
    phone: t.phone,
    nip: t.nip,
    lastDay: t.to,
  };
}
