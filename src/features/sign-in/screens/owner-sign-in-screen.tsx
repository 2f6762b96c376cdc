import { Form, Link } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useLocale } from '../../../ui/use-locale.ts';
import { doorMessages, type Fault } from '../messages/door-messages.ts';
import { blankField, DoorPage } from './door-page.tsx';

type Props = {
  /** `number` asks where to send the code, `code` asks for the code. */
  step: 'number' | 'code';
  number?: string;
  /** Just asked for: say that it is on its way, whether or not the number is known. */
  sent?: boolean;
  fault?: Fault | null;
  /** Of the address: where the person was going (`?lanjut=`). */
  search: string;
};

export function OwnerSignInScreen({ step, number, sent, fault, search }: Props) {
  const here = `/masuk/pemilik${search}`;
  const t = messagesFor(doorMessages, useLocale());
  const errors = blankField(fault);
  const numberField = (
    <TextField
      name="number"
      label={t.ownerNumber}
      hint={t.ownerNumberHint}
      defaultValue={number}
      inputMode="tel"
      autoComplete="tel"
      autoFocus={!number}
      errors={errors}
    />
  );
  if (step === 'number') {
    return (
      <DoorPage title={t.ownerTitle} lead={t.ownerLead} fault={fault}>
        <Form method="post" action={here} className="card stack">
          {numberField}
          <Button wide name="intent" value="request">
            {t.askCode}
          </Button>
          <Button wide look="secondary" name="intent" value="have_code">
            {t.haveCode}
          </Button>
        </Form>
        <p>
          <Link to={`/masuk${search}`}>{t.staff}</Link>
        </p>
      </DoorPage>
    );
  }
  return (
    <DoorPage title={t.ownerTitle} fault={fault}>
      {sent && (
        <Notice live>
          {t.sent} {t.notArrived}
        </Notice>
      )}
      <Form method="post" action={here} className="card stack">
        {numberField}
        <TextField
          name="code"
          label={t.ownerCode}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus={Boolean(number)}
          short
          errors={errors}
        />
        <Button wide name="intent" value="enter">
          {t.enter}
        </Button>
      </Form>
      <p>
        <Link to={here}>{t.otherNumber}</Link>
      </p>
    </DoorPage>
  );
}
