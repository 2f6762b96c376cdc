import { Form, Link } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DateField } from '#ui/date-field.tsx';
import { FieldError, useField } from '#ui/field.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { SelectField } from '#ui/select-field.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { certificateMessages } from '../messages/certificate-messages.ts';
import type { CertificatesReply, CertificatesView } from '../rules/spj-view.ts';

type Props = { page: CertificatesView; mayIssue: boolean; reply: CertificatesReply | undefined };

/** Who would get a certificate at this share and who not, and the form that issues them. */
export function WaitingForCertificate({ page, mayIssue, reply }: Props) {
  const locale = useLocale();
  const t = messagesFor(certificateMessages, locale);
  const { intakeId, waiting, percent, sessions, unmarked, issued } = page;
  const typed = reply?.ticked ? reply.typed : undefined;
  const errors = reply?.ticked ? reply.refusal.fields : undefined;
  const toSessions = `/pembinaan/angkatan/${intakeId}/jadwal`;
  if (waiting.length === 0) return <p className="soft">{issued.length > 0 ? t.nobody : t.noSeats}</p>;
  return (
    <Card title={t.waiting}>
      <div className="row certificate-share">
        <p className="soft">
          {sessions === 0
            ? t.noSessions
            : t.waitingText({ percent, sessions: formatNumber(sessions, locale) })}{' '}
          {sessions === 0 && <Link to={toSessions}>{t.toSessions}</Link>}
          {unmarked > 0 && (
            <>
              {t.unmarked({ count: unmarked })} <Link to={toSessions}>{t.toAttendance}</Link>
            </>
          )}
        </p>
        <Form method="get" className="row">
          <label className="row">
            <span className="small">{t.percent}</span>
            <input
              className="input percent"
              name="batas"
              type="number"
              min={0}
              max={100}
              defaultValue={percent}
            />
          </label>
          <Button look="quiet">{t.look}</Button>
        </Form>
      </div>
      <Form method="post" className="fields" key={percent}>
        <input type="hidden" name="percent" value={percent} />
        <ul className="lined-list">
          {waiting.map((person) => (
            <PersonLine
              key={person.participantId}
              person={person}
              mayIssue={mayIssue}
              ticked={reply?.ticked ? reply.ticked.includes(person.participantId) : person.enough}
              typed={typed}
              errors={errors}
            />
          ))}
        </ul>
        {mayIssue && (
          <>
            <div className="field-pair">
              <TextField
                name="pattern"
                label={t.pattern}
                hint={t.patternHint({ next: page.nextNumber })}
                maxLength={100}
                defaultValue={typed?.pattern ?? page.pattern}
                errors={errors}
              />
              <DateField
                name="issuedOn"
                label={t.issuedOn}
                defaultValue={typed?.issuedOn ?? page.issuedOn}
                errors={errors}
              />
            </div>
            {page.signatories.length === 0 ? (
              <p>
                {t.noSignatory} <Link to="/surat">{t.toSignatories}</Link>
              </p>
            ) : (
              <SelectField
                name="signatoryId"
                label={t.signatoryId}
                empty={t.byDuty}
                options={page.signatories.map(({ signatoryId, name, position }) => ({
                  value: signatoryId,
                  label: `${name}, ${position}`,
                }))}
                defaultValue={typed?.signatoryId ?? ''}
                errors={errors}
              />
            )}
            <Button name="intent" value="issue" className="start">
              {t.issue}
            </Button>
          </>
        )}
      </Form>
    </Card>
  );
}

function PersonLine(props: {
  person: CertificatesView['waiting'][number];
  mayIssue: boolean;
  ticked: boolean;
  typed: Readonly<Record<string, string>> | undefined;
  errors: CertificatesReply['refusal']['fields'] | undefined;
}) {
  const { person, mayIssue, ticked, typed, errors = [] } = props;
  const t = messagesFor(certificateMessages, useLocale());
  const { participantId, name, enterprise, there, of, enough } = person;
  const reason = useField({ name: `reasons.${participantId}`, errors });
  const who = (
    <span>
      <strong>{name}</strong>
      <span className="hint block">
        {[enterprise, t.attended({ there, of })].filter(Boolean).join(' · ')}
      </span>
    </span>
  );
  return (
    <li>
      <div>
        {mayIssue ? (
          <label className="choice">
            <input
              className="box"
              type="checkbox"
              name="participants"
              value={participantId}
              defaultChecked={ticked}
              aria-label={t.give({ name })}
            />
            {who}
          </label>
        ) : (
          who
        )}
      </div>
      <div className="certificate-reason">
        <StatusBadge tone={enough ? 'done' : 'wait'}>{enough ? t.enough : t.short}</StatusBadge>
        {mayIssue && !enough && (
          <>
            <input
              {...reason.input}
              className="input"
              maxLength={300}
              placeholder={t.reason}
              aria-label={t.reasonFor({ name })}
              defaultValue={typed?.[`reasons.${participantId}`] ?? ''}
            />
            <FieldError id={reason.id} error={reason.error} />
          </>
        )}
      </div>
    </li>
  );
}
