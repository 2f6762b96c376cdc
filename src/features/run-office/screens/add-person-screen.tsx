import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useLocale } from '../../../ui/use-locale.ts';
import { peopleMessages } from '../messages/people-messages.ts';
import { PeopleRefusal } from './people-refusal.tsx';
import { type Choice, RoleFields, type Typed, useRoleLabels } from './role-fields.tsx';

type Props = { roles: readonly Choice[]; scopes: readonly Choice[]; typed?: Typed; refusal?: Refusal | null };

export function AddPersonScreen({ roles, scopes, typed = {}, refusal }: Props) {
  const t = messagesFor(peopleMessages, useLocale());
  const errors = refusal?.fields;
  return (
    <div className="stack">
      <title>{`${t.add} · Gawangan`}</title>
      <PageHeader title={t.add} back={{ to: '/orang', label: t.toPeople }} />
      <PeopleRefusal refusal={refusal} labels={useRoleLabels()} />
      <Card>
        <Form method="post" className="stack">
          <TextField
            name="name"
            label={t.name}
            defaultValue={typed.name}
            autoComplete="off"
            errors={errors}
          />
          <p className="soft small">{t.identityHint}</p>
          <TextField
            name="email"
            label={t.email}
            type="email"
            optional
            defaultValue={typed.email}
            autoComplete="off"
            errors={errors}
          />
          <TextField
            name="phone"
            label={t.phone}
            inputMode="tel"
            optional
            defaultValue={typed.phone}
            autoComplete="off"
            errors={errors}
          />
          <TextField
            name="nip"
            label={t.nip}
            inputMode="numeric"
            optional
            defaultValue={typed.nip}
            autoComplete="off"
            errors={errors}
          />
          <RoleFields roles={roles} scopes={scopes} typed={typed} errors={errors} />
          <div>
            <Button>{t.save}</Button>
          </div>
        </Form>
      </Card>
    </div>
  );
}
