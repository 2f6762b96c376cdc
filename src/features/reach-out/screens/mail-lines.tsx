import { Form, Link } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { FieldRefusal } from '#kernel/refusal.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { mailingMessages } from '../messages/mail-messages.ts';
import type { MailState } from '../rules/mail-line.ts';
import type { OutreachView } from '../rules/reach-view.ts';

const tones: Record<MailState, 'done' | 'info' | 'wait' | 'wrong' | 'quiet'> = {
  waiting: 'info',
  sending: 'info',
  sent: 'done',
  doubtful: 'wait',
  kept: 'wait',
  failed: 'wrong',
  wrong_address: 'wrong',
  dropped: 'quiet',
};

type Props = {
  mailing: OutreachView['mailing'];
  page: string;
  isOpen: boolean;
  mayMark: boolean;
  address: string | undefined;
  errors: readonly FieldRefusal[] | undefined;
};

/** Mails one by one: whose address, how it stands, and a button for one that came back. */
export function MailLines({ mailing, page, isOpen, mayMark, address, errors }: Props) {
  const t = messagesFor(mailingMessages, useLocale());
  if (mailing.lines.length === 0) return null;
  return (
    <details id="surel" open={isOpen}>
      <summary className="btn quiet">{t.lines}</summary>
      {mayMark && (
        <Form method="post" className="fields" key={mailing.counts.map(({ count }) => count).join()}>
          <p className="soft">{t.linesHow}</p>
          <TextField
            name="address"
            label={t.address}
            hint={t.addressHint}
            type="email"
            errors={errors}
            defaultValue={address}
            autoComplete="off"
          />
          <div className="row">
            <Button look="secondary" name="intent" value="address_refused">
              {t.cameBack}
            </Button>
          </div>
        </Form>
      )}
      <ul className="reach-villages">
        {mailing.lines.map(({ messageId, ownerName, enterprises, address, state, mayBeMarked }) => {
          const name = ownerName ?? enterprises[0]?.name ?? '';
          return (
            <li key={messageId}>
              <span>
                {enterprises[0] ? (
                  <Link to={`/sapa/izin/${enterprises[0].enterpriseId}`}>{name}</Link>
                ) : (
                  <strong>{name}</strong>
                )}
                <span className="row-note">
                  {[address, ...enterprises.map((one) => one.name)].filter(Boolean).join(' · ')}
                </span>
              </span>
              <StatusBadge tone={tones[state]}>{t[state]}</StatusBadge>
              {mayMark && mayBeMarked && (
                <Form method="post">
                  <input type="hidden" name="messageId" value={messageId} />
                  <Button look="quiet" name="intent" value="address_refused">
                    {t.cameBack}
                    <span className="hidden">: {name}</span>
                  </Button>
                </Form>
              )}
            </li>
          );
        })}
      </ul>
      {mailing.nextLine && (
        <ButtonLink to={`${page}?surel=${mailing.nextLine}#surel`} look="quiet">
          {t.nextLines}
        </ButtonLink>
      )}
    </details>
  );
}
