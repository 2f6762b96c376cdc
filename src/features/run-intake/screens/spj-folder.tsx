import { Form, Link } from 'react-router';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { FieldHint, useField } from '#ui/field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { spjMessages } from '../messages/spj-messages.ts';
import { spjItems } from '../rules/paper-settings.ts';
import type { SpjFileKind } from '../rules/spj-checklist.ts';
import type { SpjFile, SpjView } from '../rules/spj-view.ts';

type Props = { page: SpjView; mayRun: boolean; kind: SpjFileKind | null };
const tones = { done: 'done', missing: 'wait', not_needed: 'quiet' } as const;

/** What the folder of accountability holds and lacks, and the form that adds to it. */
export function SpjFolder({ page, mayRun, kind }: Props) {
  const locale = useLocale();
  const t = messagesFor(spjMessages, locale);
  const others = page.files.filter((file) => file.kind === 'other');
  return (
    <Card title={t.folder}>
      <p className="soft card-lead">{t.folderText}</p>
      <ul className="lined-list">
        {page.spj.lines.map(({ item, state, missingDays }) => (
          <li key={item}>
            <div>
              <p className="row">
                <strong>{t[`item_${item}`]}</strong>
                <StatusBadge tone={tones[state]}>{t[state]}</StatusBadge>
              </p>
              {missingDays.length > 0 && missingDays.length < page.days.length && (
                <p className="soft small">
                  {t.missingDays({ days: missingDays.map((day) => formatDate(day, locale)).join(', ') })}
                </p>
              )}
              <Files page={page} of={page.files.filter((file) => file.kind === item)} mayRun={mayRun} />
            </div>
            {mayRun && state === 'missing' && (
              <Link
                className="btn quiet"
                to={`?jenis=${item}#unggah`}
                aria-label={t.addTo({ item: t[`item_${item}`] })}
              >
                {t.add}
              </Link>
            )}
          </li>
        ))}
        {others.length > 0 && (
          <li>
            <div>
              <strong>{t.item_other}</strong>
              <Files page={page} of={others} mayRun={mayRun} />
            </div>
          </li>
        )}
      </ul>
      {mayRun && (
        <Upload key={kind ?? ''} page={page} kind={kind ?? page.spj.missing[0] ?? 'activity_photo'} />
      )}
    </Card>
  );
}

function Files({ page, of, mayRun }: { page: SpjView; of: readonly SpjFile[]; mayRun: boolean }) {
  const locale = useLocale();
  const t = messagesFor(spjMessages, locale);
  if (of.length === 0) return null;
  return (
    <ul className="spj-files">
      {of.map(({ fileId, name, isPhoto, caption, day, addedBy }) => {
        const href = `/pembinaan/angkatan/${page.intakeId}/kelengkapan/berkas/${fileId}`;
        return (
          <li key={fileId}>
            {isPhoto && (
              <a href={href} target="_blank" rel="noreferrer" aria-label={t.open({ name })}>
                <img src={href} alt={caption ?? name} loading="lazy" />
              </a>
            )}
            <div>
              <a href={href} target="_blank" rel="noreferrer">
                {caption ?? name}
              </a>
              <p className="soft small">
                {[day && formatDate(day, locale), addedBy].filter(Boolean).join(' · ')}
              </p>
              {mayRun && (
                <Form method="post">
                  <input type="hidden" name="fileId" value={fileId} />
                  <Button
                    name="intent"
                    value="remove"
                    look="quiet"
                    className="inline"
                    aria-label={t.removeWhich({ name })}
                  >
                    {t.remove}
                  </Button>
                </Form>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Upload({ page, kind }: { page: SpjView; kind: SpjFileKind }) {
  const locale = useLocale();
  const t = messagesFor(spjMessages, locale);
  const drop = useField({ name: 'files', hint: t.filesHint });
  const days = page.days.flatMap(({ day, sessionId }) =>
    sessionId ? [{ value: sessionId, label: formatDate(day, locale) }] : [],
  );
  return (
    <Form id="unggah" method="post" encType="multipart/form-data" className="fields spj-upload">
      <h3>{t.upload}</h3>
      <div className="field-pair">
        <SelectField
          name="kind"
          label={t.kind}
          defaultValue={kind}
          options={[...spjItems, 'other' as const].map((item) => ({ value: item, label: t[`item_${item}`] }))}
        />
        {days.length > 0 && (
          <SelectField name="sessionId" label={t.day} hint={t.dayHint} empty={t.allDays} options={days} />
        )}
      </div>
      <div className="field">
        <label className="label" htmlFor={drop.id}>
          {t.files}
        </label>
        <FieldHint id={drop.id} hint={t.filesHint} />
        <input
          {...drop.input}
          type="file"
          multiple
          required
          accept="image/jpeg,image/png,image/webp,application/pdf"
          className="spj-drop"
        />
      </div>
      <TextField name="caption" label={t.caption} hint={t.captionHint} optional maxLength={200} />
      <Button name="intent" value="upload" className="start">
        {t.send}
      </Button>
    </Form>
  );
}
