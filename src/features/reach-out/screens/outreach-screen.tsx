import { Form } from 'react-router';
import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconPrinter, IconSend } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { StatTile } from '#ui/stat-tile.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { TextField } from '#ui/text-field.tsx';
import { TextareaField } from '#ui/textarea-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { mailingMessages } from '../messages/mail-messages.ts';
import { outreachMessages } from '../messages/outreach-messages.ts';
import { reachWords } from '../messages/reach-words.ts';
import type { OutreachView } from '../rules/reach-view.ts';
import { OutreachMailing } from './outreach-mailing.tsx';
import { OutreachSending } from './outreach-sending.tsx';
import './reach.css';

export type OutreachMay = { contact: boolean; plan: boolean; send: boolean; readReplies: boolean };
type Reply = {
  replyId: string;
  ownerName: string | null;
  enterprises: string[];
  text: string;
  isOptOut: boolean;
  at: number;
};
type Props = {
  view: OutreachView;
  /** The mails one by one were asked for. */
  showsMails: boolean;
  may: OutreachMay;
  refusal?: Refusal;
  replies?: Reply[];
  typed?: { templateName: string; templateLanguage: string; title: string; message: string; address: string };
};

/** One list: how far it is, by which ways, what came back, and what waits for a person. */
export function OutreachScreen({ view, showsMails, may, refusal, replies, typed }: Props) {
  const locale = useLocale();
  const t = messagesFor(outreachMessages, locale);
  const words: Record<string, string> = messagesFor(reachWords, locale);
  const { outreach, numbers } = view;
  const isOpen = outreach.status === 'open';
  const count = (value: number) => formatNumber(value, locale);
  const page = `/sapa/${outreach.outreachId}`;
  const lanes = (['chat', 'auto', 'email', 'letter', 'visit', 'none'] as const).filter(
    (lane) => numbers.byLane[lane] > 0,
  );
  return (
    <div className="stack">
      <title>{`${outreach.title} · Gawangan`}</title>
      <PageHeader
        back={{ to: '/sapa', label: t.title }}
        title={outreach.title}
        badge={<StatusBadge tone={isOpen ? 'info' : 'quiet'}>{t[outreach.status]}</StatusBadge>}
        lead={`${words[outreach.purpose]} · ${t.madeBy({ name: outreach.createdByName, at: formatInstant(outreach.createdAt, locale) })}`}
        action={
          isOpen &&
          may.contact &&
          numbers.inQueue > 0 && (
            <ButtonLink to={`${page}/antrean`} icon={IconSend}>
              {t.startQueue}
            </ButtonLink>
          )
        }
      />
      <ErrorSummary
        refusal={refusal}
        labels={{
          templateName: t.templateName,
          templateLanguage: t.templateLanguage,
          title: t.name,
          message: t.message,
          address: messagesFor(mailingMessages, locale).address,
        }}
      />
      {!isOpen && <Notice>{t.closedNote}</Notice>}
      <div className="tiles">
        <StatTile
          label={t.reached}
          value={numbers.reached}
          unit={t.peopleUnit}
          note={t.reachedNote({ people: count(numbers.people) })}
        />
        <StatTile label={t.inQueue} value={numbers.inQueue} unit={t.peopleUnit} />
        <StatTile label={t.replied} value={numbers.byState.replied} unit={t.peopleUnit} />
        <StatTile label={t.wrong} value={view.visits} unit={t.peopleUnit} to={`${page}/kunjungan`} />
      </div>
      <Card title={t.message}>
        <p className="queue-message">{outreach.message}</p>
        {may.plan && isOpen && view.sending.state === 'off' && (
          <details open={Boolean(typed?.message)}>
            <summary className="btn quiet">{t.reword}</summary>
            <Form method="post" className="fields" key={outreach.message}>
              <TextField
                name="title"
                label={t.name}
                errors={refusal?.fields}
                maxLength={120}
                defaultValue={typed?.title || outreach.title}
              />
              <TextareaField
                name="message"
                label={t.message}
                hint={t.rewordHow}
                errors={refusal?.fields}
                rows={7}
                maxLength={1000}
                defaultValue={typed?.message || outreach.message}
              />
              <div className="row">
                <Button name="intent" value="reword">
                  {t.save}
                </Button>
              </div>
            </Form>
          </details>
        )}
      </Card>
      <Card title={t.how}>
        <DefinitionList
          items={lanes.map((lane) => ({
            term: words[lane] ?? lane,
            value: `${count(numbers.byLane[lane])} ${t.peopleUnit}`,
            note:
              lane === 'none'
                ? numbers.why
                    .map(({ reason, count: of }) => `${words[reason] ?? reason}: ${count(of)}`)
                    .join(' · ')
                : undefined,
          }))}
        />
      </Card>
      <OutreachMailing
        view={view}
        maySend={may.send && isOpen}
        mayMark={may.contact}
        showsMails={showsMails}
        address={typed?.address}
        errors={refusal?.fields}
      />
      {view.letters.length > 0 && <Letters view={view} mayContact={may.contact && isOpen} />}
      <OutreachSending view={view} maySend={may.send && isOpen} typed={typed} errors={refusal?.fields} />
      {view.replies > 0 && (
        <Card
          title={t.replies}
          action={
            may.readReplies &&
            !replies && (
              <Form method="post">
                <Button look="secondary" name="intent" value="replies">
                  {t.readReplies}
                </Button>
              </Form>
            )
          }
        >
          {replies ? (
            <ul className="reach-replies">
              {replies.map((reply) => (
                <li key={reply.replyId} className="reach-reply">
                  <strong>{reply.ownerName ?? reply.enterprises.join(', ')}</strong>{' '}
                  {reply.isOptOut && <StatusBadge tone="wrong">{t.isStop}</StatusBadge>}
                  <span className="row-note">{formatInstant(reply.at, locale)}</span>
                  <p>{reply.text}</p>
                </li>
              ))}
            </ul>
          ) : (
            <p className="soft">{t.repliesHow({ count: count(view.replies) })}</p>
          )}
        </Card>
      )}
      {may.plan && (
        <Form method="post">
          <Button look="quiet" name="intent" value={isOpen ? 'close' : 'reopen'}>
            {isOpen ? t.close : t.reopen}
          </Button>
        </Form>
      )}
    </div>
  );
}

function Letters({ view, mayContact }: { view: OutreachView; mayContact: boolean }) {
  const locale = useLocale();
  const t = messagesFor(outreachMessages, locale);
  const page = `/sapa/${view.outreach.outreachId}`;
  const count = (value: number) => formatNumber(value, locale);
  return (
    <Card
      title={t.letters}
      action={
        <ButtonLink to={`${page}/surat.pdf`} reloadDocument look="secondary" icon={IconPrinter}>
          {t.letterAll}
        </ButtonLink>
      }
    >
      <p className="soft">{t.lettersHow}</p>
      <ul className="reach-villages">
        {view.letters.map(({ villageCode, name, waiting, handed }) => (
          <li key={villageCode}>
            <span>
              <strong>{name}</strong>
              <span className="row-note">
                {t.letterLine({ waiting: count(waiting), handed: count(handed) })}
              </span>
            </span>
            <ButtonLink to={`${page}/surat.pdf?kelurahan=${villageCode}`} reloadDocument look="quiet">
              {t.letterPrint}
            </ButtonLink>
            {mayContact && waiting > 0 && (
              <Form method="post">
                <input type="hidden" name="villageCode" value={villageCode} />
                <Button look="secondary" name="intent" value="handed">
                  {t.letterHanded}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
