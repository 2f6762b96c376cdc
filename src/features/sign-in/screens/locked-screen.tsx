import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useLocale } from '../../../ui/use-locale.ts';
import { doorMessages, type Fault } from '../messages/door-messages.ts';
import { blankField, DoorPage } from './door-page.tsx';

export function LockedScreen({
  name,
  returnTo,
  fault,
}: {
  name: string;
  returnTo: string;
  fault?: Fault | null;
}) {
  const t = messagesFor(doorMessages, useLocale());
  return (
    <DoorPage title={t.lockedTitle} lead={t.lockedLead({ name })} fault={fault}>
      <Form method="post" className="card stack">
        <input type="hidden" name="lanjut" value={returnTo} />
        <TextField
          name="password"
          label={t.password}
          type="password"
          autoComplete="current-password"
          autoFocus
          errors={blankField(fault)}
        />
        <Button wide>{t.unlock}</Button>
      </Form>
      <Form method="post" action="/keluar">
        <Button look="quiet">{t.switchPerson}</Button>
      </Form>
    </DoorPage>
  );
}
