import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useLocale } from '../../../ui/use-locale.ts';
import { accountMessages } from '../messages/account-messages.ts';
import type { Fault } from '../messages/door-messages.ts';
import { blankField, FaultNotice } from './door-page.tsx';

/** `must`: the password came from an admin and must be replaced before anything else opens. */
export function PasswordScreen({ must, fault }: { must: boolean; fault?: Fault | null }) {
  const t = messagesFor(accountMessages, useLocale());
  const errors = blankField(fault);
  return (
    <div className="stack">
      <title>{`${t.changePassword} · Gawangan`}</title>
      <PageHeader title={t.changePassword} back={must ? undefined : { to: '/akun', label: t.toAccount }} />
      {must && <Notice tone="wait">{t.mustChange}</Notice>}
      <FaultNotice fault={fault} />
      <Card>
        <Form method="post" className="stack">
          <TextField
            name="current"
            label={t.current}
            type="password"
            autoComplete="current-password"
            errors={errors}
          />
          <TextField
            name="fresh"
            label={t.fresh}
            hint={t.freshHint}
            type="password"
            autoComplete="new-password"
            errors={errors}
          />
          <TextField
            name="repeated"
            label={t.repeated}
            type="password"
            autoComplete="new-password"
            errors={errors}
          />
          <p className="soft small">{t.othersEnd}</p>
          <div>
            <Button>{t.changePassword}</Button>
          </div>
        </Form>
      </Card>
    </div>
  );
}
