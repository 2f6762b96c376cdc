import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PrintButton } from '#ui/print-button.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { seatMessages } from '../messages/seat-messages.ts';
import './seats.css';

export type ShownLink = {
  participantId: string;
  name: string;
  village: string | null;
  url: string;
  answerBy: Date | null;
};

type Props = { intakeId: string; intake: string; programme: string; links: readonly ShownLink[] };

/** Links to answer, each with its message. */
export function AnswerLinksScreen({ intakeId, intake, programme, links }: Props) {
  const locale = useLocale();
  const t = messagesFor(seatMessages, locale);
  // What is sent to owners is in Indonesian, as all that the office writes to them.
  const message = ({ name, url, answerBy }: ShownLink) =>
    messagesFor(seatMessages, 'id').linkMessage({
      name,
      programme: `${programme} (${intake})`,
      url,
      by: answerBy ? formatInstant(answerBy.getTime()) : '',
    });
  return (
    <div className="stack">
      <title>{`${t.linksTitle} · Gawangan`}</title>
      <PageHeader
        title={t.linksTitle}
        lead={intake}
        back={{ to: `/pembinaan/angkatan/${intakeId}/peserta`, label: t.back }}
        action={<PrintButton />}
      />
      <Notice tone="wait">{t.linksLead}</Notice>
      <Card>
        <CopyButton text={links.map(message).join('\n\n')} label={t.copyAll} />
        <ul className="link-list">
          {links.map((link) => (
            <li key={link.participantId}>
              <strong>
                {link.name}
                {link.village && <span className="soft small"> · {link.village}</span>}
              </strong>
              <p>{message(link)}</p>
              <div>
                <CopyButton text={message(link)} label={t.copy} />
              </div>
            </li>
          ))}
        </ul>
      </Card>
      <ButtonLink to={`/pembinaan/angkatan/${intakeId}/peserta`} look="secondary">
        {t.back}
      </ButtonLink>
    </div>
  );
}
