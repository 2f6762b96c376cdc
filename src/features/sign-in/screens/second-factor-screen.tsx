import { Form, Link } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useLocale } from '../../../ui/use-locale.ts';
import { doorMessages, type Fault } from '../messages/door-messages.ts';
import { blankField, DoorPage } from './door-page.tsx';

export function SecondFactorScreen({ fault }: { fault?: Fault | null }) {
  const t = messagesFor(doorMessages, useLocale());
  return (
    <DoorPage title={t.codeTitle} lead={t.codeLead} fault={fault}>
      <Form method="post" className="card stack">
        <TextField
          name="code"
          label={t.code}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          errors={blankField(fault)}
        />
        <Button wide>{t.goOn}</Button>
      </Form>
      <p>
        <Link to="/masuk">{t.otherAccount}</Link>
      </p>
    </DoorPage>
  );
}
