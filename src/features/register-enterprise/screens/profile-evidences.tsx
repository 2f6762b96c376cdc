import { Form } from 'react-router';
import { type EvidenceGrade, evidenceGrades, evidenceLabel } from '#kernel/answer.ts';
import { formatDate, type PlainDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { ChipRadios } from '#ui/chip-radios.tsx';
import { DateField } from '#ui/date-field.tsx';
import { fieldId } from '#ui/field-id.ts';
import { FileField } from '#ui/file-field.tsx';
import { Icon } from '#ui/icon.tsx';
import { IconDownload } from '#ui/icons.ts';
import { SelectField } from '#ui/select-field.tsx';
import { StatusBadge, type Tone } from '#ui/status-badge.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { profileMessages } from '../messages/profile-messages.ts';
import { evidenceExpiry } from '../rules/evidence-expiry.ts';
import { type EvidenceKind, evidenceKindLabel, evidenceKinds } from '../rules/evidence-kinds.ts';
import { SmallForm } from './profile-section.tsx';
import { type EvidenceView, type ProfileReply, replyTo } from './profile-view.ts';

type Props = { evidences: readonly EvidenceView[]; reply?: ProfileReply; mayEdit: boolean; today: PlainDate };

/** Permits, certificates and awards: how well each is known, and whether it still holds. */
export function ProfileEvidences({ evidences, reply, mayEdit, today }: Props) {
  const t = messagesFor(profileMessages, useLocale());
  return (
    <>
      {evidences.length === 0 && <p className="soft">{t.noEvidences}</p>}
      {evidences.length > 0 && (
        <ul className="lined-list">
          {evidences.map((evidence) => (
            <li key={evidence.evidenceId}>
              <Evidence evidence={evidence} today={today} mayEdit={mayEdit} />
            </li>
          ))}
        </ul>
      )}
      {mayEdit && <EvidenceForm reply={reply} />}
    </>
  );
}

const gradeTones: Record<string, Tone> = { declared: 'quiet', seen: 'info', documented: 'done' };

function Evidence({
  evidence,
  today,
  mayEdit,
}: {
  evidence: EvidenceView;
  today: PlainDate;
  mayEdit: boolean;
}) {
  const locale = useLocale();
  const t = messagesFor(profileMessages, locale);
  const { evidenceId, number, issuer, issuedOn, expiresOn, grade, fileId } = evidence;
  const kind = evidenceKindLabel(evidence.kind as EvidenceKind, locale);
  const expiry = evidenceExpiry(expiresOn, today);
  const day = expiresOn ? formatDate(expiresOn, locale) : '';
  const reasonId = fieldId(`tarik-${evidenceId}`);
  return (
    <div className="evidence">
      <div className="badges">
        <strong>{kind}</strong>
        <StatusBadge tone={gradeTones[grade] ?? 'quiet'}>
          {evidenceLabel(grade as EvidenceGrade, locale)}
        </StatusBadge>
        {expiry === 'expired' && <StatusBadge tone="wrong">{t.expired({ day })}</StatusBadge>}
        {expiry === 'soon' && <StatusBadge tone="wait">{t.expiresSoon({ day })}</StatusBadge>}
      </div>
      {number && <span className="mono">{number}</span>}
      <span className="row-note">
        {[
          issuer,
          issuedOn && `${t.issuedOn} ${formatDate(issuedOn, locale)}`,
          expiry === 'valid' && t.validUntil({ day }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <div className="row small">
        {fileId && (
          <a href={`/berkas/${fileId}`} aria-label={t.openFile({ kind })}>
            <Icon of={IconDownload} size={16} /> {t.download}
          </a>
        )}
        {mayEdit && (
          <details className="small-form inline">
            <summary aria-label={t.withdrawName({ kind })}>{t.withdraw}</summary>
            <Form method="post" preventScrollReset className="field">
              <input type="hidden" name="intent" value="withdraw-evidence" />
              <input type="hidden" name="evidenceId" value={evidenceId} />
              <label className="label" htmlFor={reasonId}>
                {t.withdrawReason}
              </label>
              <input id={reasonId} name="reason" className="input" required maxLength={500} />
              <Button look="danger" className="start">
                {t.withdrawName({ kind })}
              </Button>
            </Form>
          </details>
        )}
      </div>
    </div>
  );
}

function EvidenceForm({ reply }: { reply?: ProfileReply }) {
  const locale = useLocale();
  const t = messagesFor(profileMessages, locale);
  const { values, refusal, errors } = replyTo(reply, 'add-evidence');
  const labels = {
    kind: t.evidenceKind,
    number: t.number,
    issuer: t.issuer,
    issuedOn: t.issuedOn,
    expiresOn: t.expiresOn,
    file: t.file,
  };
  return (
    <SmallForm intent="add-evidence" label={t.addEvidence} refusal={refusal} labels={labels} upload>
      <SelectField
        name="kind"
        label={t.evidenceKind}
        options={evidenceKinds.map((value) => ({ value, label: evidenceKindLabel(value, locale) }))}
        defaultValue={values.kind ?? 'nib'}
        errors={errors}
      />
      <TextField
        name="number"
        label={t.number}
        optional
        defaultValue={values.number}
        errors={errors}
        maxLength={100}
      />
      <TextField
        name="issuer"
        label={t.issuer}
        optional
        defaultValue={values.issuer}
        errors={errors}
        maxLength={200}
      />
      <div className="field-pair">
        <DateField
          name="issuedOn"
          label={t.issuedOn}
          optional
          defaultValue={values.issuedOn}
          errors={errors}
        />
        <DateField
          name="expiresOn"
          label={t.expiresOn}
          optional
          defaultValue={values.expiresOn}
          errors={errors}
        />
      </div>
      <ChipRadios
        name="grade"
        label={t.grade}
        options={evidenceGrades.map((value) => ({ value, label: evidenceLabel(value, locale) }))}
        defaultValue={values.grade ?? 'declared'}
        errors={errors}
      />
      <FileField
        name="file"
        label={t.file}
        hint={t.fileHint}
        optional
        errors={errors}
        accept=".jpg,.jpeg,.png,.webp,.heic,.pdf,image/*,application/pdf"
      />
    </SmallForm>
  );
}
