import { Form, Link } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useLocale } from '../../../ui/use-locale.ts';
import { doorMessages, type Fault } from '../messages/door-messages.ts';
import { blankField, DoorPage } from './door-page.tsx';

export type DemoOffice = {
  officeName: string;
  password: string;
  accounts: { name: string; role: string; email: string }[];
};
type Props = { returnTo: string; name?: string; fault?: Fault | null; demo: readonly DemoOffice[] };

export function SignInScreen({ returnTo, name, fault, demo }: Props) {
  const t = messagesFor(doorMessages, useLocale());
  const errors = blankField(fault);
  return (
    <DoorPage title={t.signIn} lead={t.signInLead} fault={fault}>
      <Form method="post" className="card stack">
        <input type="hidden" name="lanjut" value={returnTo} />
        <TextField
          name="name"
          label={t.name}
          defaultValue={name}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus={!name}
          errors={errors}
        />
        <TextField
          name="password"
          label={t.password}
          type="password"
          autoComplete="current-password"
          autoFocus={Boolean(name)}
          errors={errors}
        />
        <Button wide>{t.signIn}</Button>
        <p className="soft small">{t.forgotten}</p>
      </Form>
      <p>
        <Link to="/masuk/pemilik">{t.areYouOwner}</Link>
      </p>
      {demo.map((office) => (
        <DemoCard key={office.officeName} office={office} returnTo={returnTo} />
      ))}
    </DoorPage>
  );
}

/** Only in a demo: each account is a button that signs in at once. */
function DemoCard({ office, returnTo }: { office: DemoOffice; returnTo: string }) {
  const t = messagesFor(doorMessages, useLocale());
  return (
    <section className="card stack">
      <div>
        <h2>{t.demoTitle({ office: office.officeName })}</h2>
        <p className="soft small">{t.demoLead({ password: office.password })}</p>
      </div>
      {office.accounts.map((account) => (
        <Form key={account.email} method="post">
          <input type="hidden" name="lanjut" value={returnTo} />
          <input type="hidden" name="name" value={account.email} />
          <input type="hidden" name="password" value={office.password} />
          <Button look="secondary" wide>
            <span>
              {t.demoEnter({ role: account.role })}
              <span className="block small">
                {account.name} · {account.email}
              </span>
            </span>
          </Button>
        </Form>
      ))}
    </section>
  );
}
