import { Form, Link } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { FieldRefusal } from '#kernel/refusal.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconMail } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { mailingMessages } from '../messages/mail-messages.ts';
import type { OutreachView } from '../rules/reach-view.ts';
import { MailLines } from './mail-lines.tsx';

type Props = {
  view: OutreachView;
  maySend: boolean;
  /** May say of a mail that it came back. */
  mayMark: boolean;
  showsMails: boolean;
  /** As it was typed, where it was declined. */
  address?: string | undefined;
  errors?: readonly FieldRefusal[] | undefined;
};

/** Mails to those of a list who agreed: how many may go, and how those stand that were sent. */
export function OutreachMailing({ view, maySend, mayMark, showsMails, address, errors }: Props) {
  const locale = useLocale();
  const t = messagesFor(mailingMessages, locale);
  const { mailing } = view;
  const count = (value: number) => formatNumber(value, locale);
  const notes: Record<string, string> = {
    failed: t.failedNote,
    wrong_address: t.wrongAddressNote,
    doubtful: t.doubtfulNote,
    dropped: t.droppedNote,
  };
  const toPassOn = mailing.counts.some(({ status }) => status === 'kept' || status === 'doubtful');
  const isBlocked = mailing.server === 'no_address';
  return (
    <Card
      title={t.title}
      action={
        toPassOn &&
        maySend && (
          <ButtonLink to="/kotak-keluar?status=kept" look="secondary" icon={IconMail}>
            {t.outbox}
          </ButtonLink>
        )
      }
    >
      <div className="stack tight">
        <p className="soft">{t.how}</p>
        {mailing.counts.length > 0 && (
          <DefinitionList
            items={mailing.counts.map(({ status, count: of }) => ({
              term: t[status],
              value: `${count(of)} ${t.peopleUnit}`,
              note: notes[status],
            }))}
          />
        )}
        <MailLines
          mailing={mailing}
          page={`/sapa/${view.outreach.outreachId}`}
          isOpen={showsMails || Boolean(address) || Boolean(errors?.some(({ path }) => path === 'address'))}
          address={address}
          errors={errors}
          mayMark={mayMark}
        />
        {mailing.wrong.count > 0 && (
          <Notice tone="wait">
            {t.notMailed({ count: count(mailing.wrong.count) })}
            <ul>
              {mailing.wrong.people.map(({ enterpriseId, ownerName, name }) => (
                <li key={enterpriseId}>
                  <Link to={`/sapa/izin/${enterpriseId}`}>{ownerName ?? name}</Link>
                </li>
              ))}
            </ul>
            {mailing.wrong.count > mailing.wrong.people.length &&
              t.andMore({ count: count(mailing.wrong.count - mailing.wrong.people.length) })}
          </Notice>
        )}
        {maySend && (mailing.people > 0 || (mailing.counts.length === 0 && mailing.wrong.count === 0)) && (
          <>
            <p>{mailing.people > 0 ? t.mayBeMailed({ count: count(mailing.people) }) : t.nobody}</p>
            {mailing.people > 0 && isBlocked && <Notice tone="wait">{t.needsAddress}</Notice>}
            {mailing.people > 0 && mailing.server === 'none' && <p className="soft small">{t.byHand}</p>}
            {mailing.people > 0 && !isBlocked && (
              <Form method="post" className="row">
                <Button name="intent" value="mail" icon={IconMail}>
                  {t.start({ count: count(mailing.people) })}
                </Button>
              </Form>
            )}
          </>
        )}
      </div>
    </Card>
  );
}
