import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { Button, ButtonLink, type ButtonLook } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PrintButton } from '../../../ui/print-button.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useLocale } from '../../../ui/use-locale.ts';
import { accountMessages } from '../messages/account-messages.ts';
import type { Fault } from '../messages/door-messages.ts';
import { blankField, FaultNotice } from './door-page.tsx';

export type SetUp = { totpUri: string; qrSvg: string; secret: string };
type Props = {
  enabled: boolean;
  /** The office's rules ask it of this person. */
  required: boolean;
  fault?: Fault | null;
  /** Between "begin" and the first right code. */
  setUp?: SetUp | null;
  recoveryCodes?: readonly string[] | null;
  sheetLine: string;
};

export function SecurityScreen({ enabled, required, fault, setUp, recoveryCodes, sheetLine }: Props) {
  const t = messagesFor(accountMessages, useLocale());
  const badge = <StatusBadge tone={enabled ? 'done' : 'quiet'}>{enabled ? t.on : t.off}</StatusBadge>;
  return (
    <div className="stack">
      <title>{`${t.secondFactor} · Gawangan`}</title>
      {recoveryCodes ? (
        <RecoveryCodes codes={recoveryCodes} sheetLine={sheetLine} />
      ) : (
        <>
          <PageHeader
            title={t.secondFactor}
            lead={t.secondFactorLead}
            badge={badge}
            back={{ to: '/akun', label: t.toAccount }}
          />
          {required && !enabled && <Notice tone="wait">{t.required}</Notice>}
          <FaultNotice fault={fault} />
          {setUp ? (
            <SetUpCard setUp={setUp} fault={fault} />
          ) : enabled ? (
            <EnabledCards required={required} fault={fault} />
          ) : (
            <BeginCard fault={fault} />
          )}
        </>
      )}
    </div>
  );
}

type WithFault = { fault?: Fault | null };

function BeginCard({ fault }: WithFault) {
  const t = messagesFor(accountMessages, useLocale());
  return (
    <Card>
      <div className="stack">
        <p>{t.whatYouNeed}</p>
        <PasswordForm intent="begin" label={t.begin} fault={fault} />
      </div>
    </Card>
  );
}

function SetUpCard({ setUp, fault }: { setUp: SetUp } & WithFault) {
  const t = messagesFor(accountMessages, useLocale());
  return (
    <Card title={t.scan}>
      <Form method="post" className="stack">
        <input type="hidden" name="totpUri" value={setUp.totpUri} />
        <img
          src={`data:image/svg+xml,${encodeURIComponent(setUp.qrSvg)}`}
          alt={t.qr}
          width={220}
          height={220}
        />
        <p>
          {t.orType} <span className="mono">{setUp.secret}</span>
        </p>
        <TextField
          name="code"
          label={t.firstCode}
          inputMode="numeric"
          autoComplete="one-time-code"
          short
          errors={blankField(fault)}
        />
        <div>
          <Button name="intent" value="confirm">
            {t.confirm}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function EnabledCards({ required, fault }: { required: boolean } & WithFault) {
  const t = messagesFor(accountMessages, useLocale());
  return (
    <>
      <Card title={t.renew}>
        <div className="stack">
          <p className="soft">{t.renewLead}</p>
          <PasswordForm intent="renew" label={t.renew} look="secondary" fault={fault} />
        </div>
      </Card>
      <Card title={t.turnOff}>
        <div className="stack">
          <p className="soft">{required ? t.turnOffAdmin : t.turnOffLead}</p>
          <PasswordForm intent="end" label={t.turnOff} look="danger" fault={fault} />
        </div>
      </Card>
    </>
  );
}

function PasswordForm({
  intent,
  label,
  look,
  fault,
}: { intent: string; label: string; look?: ButtonLook } & WithFault) {
  const t = messagesFor(accountMessages, useLocale());
  // Several of these forms stand on one page: each field needs an id of its own.
  const name = `password-${intent}`;
  const errors = fault?.code === 'blank' && fault.field === name ? blankField(fault) : [];
  return (
    <Form method="post" className="stack">
      <TextField
        name={name}
        label={t.yourPassword}
        type="password"
        autoComplete="current-password"
        errors={errors}
      />
      <div>
        <Button look={look} name="intent" value={intent}>
          {label}
        </Button>
      </div>
    </Form>
  );
}

function RecoveryCodes({ codes, sheetLine }: { codes: readonly string[]; sheetLine: string }) {
  const t = messagesFor(accountMessages, useLocale());
  return (
    <>
      <PageHeader title={t.codesTitle} lead={t.codesLead} />
      <Card>
        <div className="stack">
          <ol>
            {codes.map((code) => (
              <li key={code} className="mono">
                {code}
              </li>
            ))}
          </ol>
          <p className="soft small">{sheetLine}</p>
          <div className="row">
            <PrintButton />
            <ButtonLink to="/akun">{t.codesDone}</ButtonLink>
          </div>
        </div>
      </Card>
    </>
  );
}
