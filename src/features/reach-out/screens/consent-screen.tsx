import { Form, Link } from 'react-router';
import { formatDate, formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DateField } from '#ui/date-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { consentMessages } from '../messages/consent-messages.ts';
import { reachWords } from '../messages/reach-words.ts';
import type { ConsentView } from '../rules/consent-view.ts';
import { consentChannels, purposes } from '../rules/may-contact.ts';
import './reach.css';

type Reply = { refusal: Refusal; typed: { note: string; logNote: string; saidOn: string } };
type Props = {
  view: ConsentView;
  mayWrite: boolean;
  /** False for a companion, who has no page of lists. */
  seesLists: boolean;
  reply?: Reply | undefined;
};

/** Contacts with one enterprise's owner, and what they agreed to. */
export function ConsentScreen({ view, mayWrite, seesLists, reply }: Props) {
  const locale = useLocale();
  const t = messagesFor(consentMessages, locale);
  const words: Record<string, string> = messagesFor(reachWords, locale);
  const { enterprise, log } = view;
  const errors = reply?.refusal.fields;
  return (
    <div className="stack">
      <title>{`${t.title} · ${enterprise.name} · Gawangan`}</title>
      <PageHeader
        back={{ to: `/usaha/${enterprise.enterpriseId}`, label: t.back }}
        title={enterprise.name}
        lead={[enterprise.ownerName, t.lead].filter(Boolean).join(' · ')}
      />
      <ErrorSummary refusal={reply?.refusal} labels={{ saidOn: t.saidOn, note: t.note }} />
      {view.stopped && <Notice tone="wrong">{t.stopped}</Notice>}
      {view.email?.refusedAt && (
        <Notice tone="wrong">
          <p>
            {t.addressRefused({ address: view.email.hint, at: formatInstant(view.email.refusedAt, locale) })}
          </p>
          {mayWrite && (
            <Form method="post">
              <Button look="secondary" name="intent" value="trust_address">
                {t.trustAddress}
              </Button>
            </Form>
          )}
        </Notice>
      )}
      <Card title={t.consent}>
        {enterprise.hasOwner ? (
          <div className="stack tight">
            <p className="soft">{t.consentHow}</p>
            <HeldConsents view={view} />
            {mayWrite && (
              <Form method="post" className="fields">
                <div className="field-pair">
                  <SelectField name="channel" label={t.channel} options={options(consentChannels, t)} />
                  <SelectField name="purpose" label={t.purpose} options={options(purposes, t)} />
                </div>
                <div className="field-pair">
                  <SelectField name="answer" label={t.answer} options={options(['given', 'withdrawn'], t)} />
                  <SelectField
                    name="proof"
                    label={t.proof}
                    options={options(['spoken', 'form', 'reply'], t)}
                  />
                </div>
                <DateField
                  name="saidOn"
                  label={t.saidOn}
                  errors={errors}
                  defaultValue={reply?.typed.saidOn || view.today}
                  max={view.today}
                />
                <TextField
                  name="note"
                  label={t.note}
                  optional
                  maxLength={300}
                  defaultValue={reply?.typed.note}
                />
                <div className="row">
                  <Button name="intent" value="consent">
                    {t.record}
                  </Button>
                </div>
              </Form>
            )}
            {mayWrite && view.hasPhone && (
              <Form method="post">
                <Button look="quiet" name="intent" value={view.stopped ? 'resume' : 'stop'}>
                  {view.stopped ? t.resume : t.stop}
                </Button>
              </Form>
            )}
          </div>
        ) : (
          <p>{t.noOwner}</p>
        )}
      </Card>
      <Card title={t.log}>
        {log.length === 0 && <p className="soft">{t.logEmpty}</p>}
        <ul className="reach-replies">
          {log.map((one) => (
            <li key={one.contactId} className="reach-reply">
              <strong>{words[one.channel]}</strong>: {words[one.result]}
              {one.outreachId && one.title && (
                <>
                  {' · '}
                  {seesLists ? <Link to={`/sapa/${one.outreachId}`}>{one.title}</Link> : one.title}
                </>
              )}
              <span className="row-note">
                {[words[one.purpose], t.by({ name: one.by, at: formatInstant(one.at, locale) }), one.note]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
        {mayWrite && (
          <Form method="post" className="fields">
            <div className="field-pair">
              <SelectField
                name="logChannel"
                label={t.channel}
                options={options(['phone', 'visit', 'chat', 'letter', 'email'], t)}
              />
              <SelectField
                name="logPurpose"
                label={t.purpose}
                options={options([...purposes, 'reply'], words)}
              />
            </div>
            <SelectField
              name="result"
              label={t.result}
              options={options(
                ['met', 'sent', 'replied', 'no_answer', 'not_met', 'wrong_number', 'declined'],
                words,
              )}
            />
            <TextField
              name="logNote"
              label={t.note}
              optional
              maxLength={300}
              defaultValue={reply?.typed.logNote}
            />
            <div className="row">
              <Button look="secondary" name="intent" value="log">
                {t.logOne}
              </Button>
            </div>
          </Form>
        )}
      </Card>
    </div>
  );
}

const options = (values: readonly string[], words: object) =>
  values.map((value) => ({ value, label: String((words as Record<string, unknown>)[value] ?? value) }));

/** Channel by purpose: what holds today. */
function HeldConsents({ view }: { view: ConsentView }) {
  const locale = useLocale();
  const t = messagesFor(consentMessages, locale);
  return (
    <div className="table-box">
      <table className="consent-grid">
        <caption className="hidden">{t.consent}</caption>
        <thead>
          <tr>
            <th scope="col">{t.channel}</th>
            {purposes.map((purpose) => (
              <th key={purpose} scope="col">
                {t[purpose]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {consentChannels.map((channel) => (
            <tr key={channel}>
              <th scope="row">{t[channel]}</th>
              {purposes.map((purpose) => {
                const held = view.held.find((one) => one.channel === channel && one.purpose === purpose);
                return (
                  <td key={purpose}>
                    {held ? (
                      <>
                        <StatusBadge tone={held.answer === 'given' ? 'done' : 'wrong'}>
                          {t[held.answer]}
                        </StatusBadge>
                        <span className="row-note">{formatDate(held.saidOn, locale)}</span>
                      </>
                    ) : (
                      <span className="soft">–</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
