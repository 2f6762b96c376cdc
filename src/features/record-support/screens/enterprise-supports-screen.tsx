import { Form } from 'react-router';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { kindWord, topicWord } from '#kernel/support-terms.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { supportMessages } from '../messages/support-messages.ts';
import { absencePhrase } from '../rules/absence.ts';
import type { Support } from '../rules/support.ts';
import { SupportFields, supportLabels } from './support-fields.tsx';
import './support.css';

type Props = {
  enterpriseId: string;
  name: string;
  supports: readonly Support[];
  mayRecord: boolean;
  saved: boolean;
  reply?: { intent: string; typed: Readonly<Record<string, string>>; refusal: Refusal } | undefined;
};

/** All that one enterprise received, and a form to add to it. */
export function EnterpriseSupportsScreen({ enterpriseId, name, supports, mayRecord, saved, reply }: Props) {
  const locale = useLocale();
  const t = messagesFor(supportMessages, locale);
  const added = reply?.intent === 'add' ? reply : undefined;
  return (
    <div className="stack">
      <title>{`${t.title} · ${name} · Gawangan`}</title>
      <PageHeader title={t.title} lead={name} back={{ to: `/usaha/${enterpriseId}`, label: t.back }} />
      {saved && (
        <Notice tone="done" live>
          {t.saved}
        </Notice>
      )}
      {reply && !added && <ErrorSummary refusal={reply.refusal} labels={supportLabels(locale)} />}
      <Card>
        {supports.length === 0 ? (
          <EmptyState title={t.none} />
        ) : (
          <ul className="lined-list">
            {supports.map((support) => (
              <li key={support.supportId}>
                <div>
                  <strong>{support.title}</strong>
                  <span className="row-note">{noteOf(support)}</span>
                </div>
                {mayRecord && support.sourceKind !== 'intake' && <TakeBack supportId={support.supportId} />}
              </li>
            ))}
          </ul>
        )}
      </Card>
      {mayRecord && (
        <details className="support-fold" open={added !== undefined || supports.length === 0}>
          <summary>{t.add}</summary>
          <Card>
            <Form method="post" className="fields" noValidate>
              <ErrorSummary refusal={added?.refusal} labels={supportLabels(locale)} />
              <input type="hidden" name="intent" value="add" />
              <SupportFields values={added?.typed ?? {}} errors={added?.refusal.fields} />
              <TextField
                name="value"
                label={t.value}
                hint={t.valueHint}
                optional
                inputMode="numeric"
                short
                defaultValue={added?.typed.value ?? ''}
                errors={added?.refusal.fields}
              />
              <Button className="start">{t.save}</Button>
            </Form>
          </Card>
        </details>
      )}
    </div>
  );

  function noteOf({
    kind,
    topic,
    provider,
    startedOn,
    endedOn,
    outcome,
    absence,
    value,
    sourceKind,
    recordedBy,
  }: Support) {
    const day = formatDate(startedOn, locale);
    return [
      `${kindWord(kind, locale)} ${topicWord(topic, locale).toLowerCase()}`,
      t.by({ provider }),
      endedOn && endedOn !== startedOn ? `${day} – ${formatDate(endedOn, locale)}` : day,
      t[`outcome_${outcome}`],
      absence ? absencePhrase(absence, locale) : '',
      value === null ? '' : formatRupiah(value, locale),
      `${t[`source_${sourceKind}`]} (${recordedBy})`,
    ]
      .filter(Boolean)
      .join(' · ');
  }
}

function TakeBack({ supportId }: { supportId: string }) {
  const t = messagesFor(supportMessages, useLocale());
  return (
    <details className="support-fold">
      <summary>{t.takeBack}</summary>
      <Form method="post" className="fields" preventScrollReset>
        <input type="hidden" name="intent" value="withdraw" />
        <input type="hidden" name="supportId" value={supportId} />
        <label className="field">
          <span className="label">{t.reason}</span>
          <input className="input" name="reason" maxLength={300} />
        </label>
        <Button look="secondary" className="start">
          {t.takeBack}
        </Button>
      </Form>
    </details>
  );
}
