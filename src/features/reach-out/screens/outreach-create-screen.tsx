import { useState } from 'react';
import { Form, useLocation } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FilterChips } from '#ui/filter-chips.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { TextareaField } from '#ui/textarea-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { makeMessages } from '../messages/make-messages.ts';
import { fillMessage, unknownPlaceholders } from '../rules/fill-message.ts';
import { purposes } from '../rules/may-contact.ts';
import type { NotGreetedView } from '../rules/not-greeted.ts';
import { greetingFacets } from './greeting-facets.ts';
import { countWords } from './not-greeted-screen.tsx';
import './reach.css';

type Values = { title: string; purpose: string; message: string; formId: string };
type Props = {
  view: NotGreetedView;
  /** Whom a budget reaches; null: all of the filter. */
  planned: { people: number; cost: number } | null;
  formId: string;
  officeName: string;
  officerName: string;
  reply?: { values: Values; refusal: Refusal } | undefined;
};

const beginning = 'Yth. {nama}, pemilik {usaha}.\n\n\n\nSalam, {petugas} – {dinas}';

/** Whom to reach, for what, and with which words. */
export function OutreachCreateScreen({ view, planned, formId, officeName, officerName, reply }: Props) {
  const locale = useLocale();
  const t = messagesFor(makeMessages, locale);
  const { search } = useLocation();
  const [message, setMessage] = useState(reply?.values.message ?? beginning);
  const unknown = unknownPlaceholders(message);
  const errors = reply?.refusal.fields;
  const example = {
    ownerName: 'Ibu Siti',
    enterpriseNames: ['Batik Melati'],
    villageName: view.villages[0]?.label ?? null,
    officeName,
    officerName,
  };
  return (
    <div className="stack">
      <title>{`${t.make} · Gawangan`}</title>
      <PageHeader back={{ to: '/sapa', label: t.reach }} title={t.make} lead={t.makeLead} />
      <ErrorSummary
        refusal={reply?.refusal}
        labels={{ title: t.title, purpose: t.purpose, message: t.message, enterpriseIds: t.whom }}
      />
      <Card title={t.whom}>
        <div className="stack tight">
          <FilterChips facets={greetingFacets(view, locale)} />
          <p className="count-line">
            <strong>{countWords(view, locale)}</strong>
          </p>
          {planned && (
            <Notice>
              {t.planned({
                people: formatNumber(planned.people, locale),
                cost: formatRupiah(planned.cost, locale),
              })}
            </Notice>
          )}
          {view.count === 0 && <Notice tone="wait">{t.nobody}</Notice>}
        </div>
      </Card>
      <Card>
        <Form method="post" action={`/sapa/baru${search}`} className="fields" noValidate>
          <input type="hidden" name="formId" value={reply?.values.formId ?? formId} />
          <TextField
            name="title"
            label={t.title}
            hint={t.titleHint}
            errors={errors}
            defaultValue={reply?.values.title}
            maxLength={120}
          />
          <SelectField
            name="purpose"
            label={t.purpose}
            errors={errors}
            defaultValue={reply?.values.purpose ?? 'programme'}
            options={purposes.map((value) => ({ value, label: t[value] }))}
          />
          <TextareaField
            name="message"
            label={t.message}
            hint={t.messageHint}
            errors={errors}
            rows={8}
            maxLength={1000}
            defaultValue={message}
            onInput={(event) => setMessage(event.currentTarget.value)}
          />
          {unknown.length > 0 && (
            <Notice tone="wait">{t.unknown({ words: unknown.map((word) => `{${word}}`).join(', ') })}</Notice>
          )}
          <section>
            <h3>{t.preview}</h3>
            <p className="queue-message">{fillMessage(message, example)}</p>
          </section>
          <div className="row">
            <Button>{t.save}</Button>
          </div>
        </Form>
      </Card>
    </div>
  );
}
