import { Form } from 'react-router';
import { fieldMessage } from '#kernel/field-code.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DateField } from '#ui/date-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { StatTile } from '#ui/stat-tile.tsx';
import { TextField } from '#ui/text-field.tsx';
import { TextareaField } from '#ui/textarea-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { builderMessages } from '../messages/builder-messages.ts';
import { conditionMessages } from '../messages/condition-messages.ts';
import type { ConditionsFormView, DraftView, Preview } from '../rules/builder-view.ts';
import { QuestionFields } from './question-fields.tsx';
import './eligibility.css';

type Props = {
  form: ConditionsFormView;
  draft: DraftView;
  preview: Preview | null;
  typed: Readonly<Record<string, string>>;
  refusal?: Refusal | undefined;
};

/** Building a programme's conditions line by line; everything typed travels with the form, so no script is needed. */
export function ConditionsFormScreen({ form, draft, preview, typed, refusal }: Props) {
  const locale = useLocale();
  const t = messagesFor(builderMessages, locale);
  const list = messagesFor(conditionMessages, locale);
  const errors = refusal?.fields;
  return (
    <div className="stack">
      <title>{`${t.title}: ${form.programme} · Gawangan`}</title>
      <PageHeader
        back={{ to: `/pembinaan/${form.programmeId}/syarat`, label: `${list.title}: ${form.programme}` }}
        title={t.title}
        lead={t.lead}
      />
      {form.isTemplate && <Notice>{t.fromTemplate}</Notice>}
      <Form method="post" className="stack" noValidate>
        <ErrorSummary refusal={refusal} labels={{ effectiveOn: t.effectiveOn, note: t.note }} />
        <input type="hidden" name="afterVersion" value={typed.afterVersion ?? form.newestVersion} />
        <Card title={t.now}>
          <p className="soft">{list.allMust}</p>
          <ol className="condition-lines">
            {draft.lines.map((line, at) => (
              <li key={line.key}>
                <div className="builder-line">
                  <div>
                    <strong>{line.label}</strong>
                    <p className="soft small">{line.asked}</p>
                    {preview?.lines[at] && (
                      <p className="small">
                        {list.yes}: {formatNumber(preview.lines[at].yes, locale)} · {list.no}:{' '}
                        {formatNumber(preview.lines[at].no, locale)} · {list.notKnown}:{' '}
                        {formatNumber(preview.lines[at].unknown, locale)}
                      </p>
                    )}
                  </div>
                  {draft.lines.length > 1 && (
                    <Button
                      name="intent"
                      value={`remove:${at}`}
                      look="quiet"
                      aria-label={`${t.remove}: ${line.label}`}
                    >
                      {t.remove}
                    </Button>
                  )}
                </div>
              </li>
            ))}
          </ol>
        </Card>
        <QuestionFields draft={draft} choices={form.choices} typed={typed} />
        <details className="card json-form" open={draft.isUnreadable || draft.faults.length > 0}>
          <summary>{t.json}</summary>
          <TextareaField
            key={draft.json}
            name="json"
            label={t.json}
            hint={t.jsonHint}
            defaultValue={draft.json}
            rows={14}
            spellCheck={false}
          />
          {draft.isUnreadable && <p className="error">{t.unreadable}</p>}
          {draft.faults.length > 0 && (
            <ul>
              {draft.faults.map(({ path, code }) => (
                <li key={path} className="error">
                  {t.faultAt({ path })}: {fieldMessage(code, locale)}
                </li>
              ))}
            </ul>
          )}
          <Button name="intent" value="apply" look="secondary">
            {t.apply}
          </Button>
        </details>
        {preview && <PreviewTiles preview={preview} />}
        <Card title={t.saveTitle}>
          <div className="fields">
            <div className="row">
              <Button name="intent" value="preview" look="secondary">
                {t.preview}
              </Button>
            </div>
            <DateField
              name="effectiveOn"
              label={t.effectiveOn}
              errors={errors}
              defaultValue={typed.effectiveOn ?? form.today}
            />
            <TextField
              name="note"
              label={t.note}
              hint={t.noteHint}
              errors={errors}
              defaultValue={typed.note}
              optional
              maxLength={500}
            />
            <div className="row">
              <Button name="intent" value="save">
                {t.save}
              </Button>
            </div>
          </div>
        </Card>
      </Form>
    </div>
  );
}

function PreviewTiles({ preview: { asked, all, standings } }: { preview: Preview }) {
  const locale = useLocale();
  const t = messagesFor(builderMessages, locale);
  const list = messagesFor(conditionMessages, locale);
  const n = (value: number) => formatNumber(value, locale);
  return (
    <section className="stack" aria-live="polite">
      <p>
        <strong>
          {asked < all ? t.previewOf({ asked: n(asked), all: n(all) }) : t.previewAll({ all: n(all) })}
        </strong>
      </p>
      <div className="tiles">
        {([0, 1, 2, 3] as const).map((standing) => (
          <StatTile
            key={standing}
            label={list[`standing_${standing}`]}
            value={standings[standing]}
            unit={list.unit}
          />
        ))}
      </div>
    </section>
  );
}
