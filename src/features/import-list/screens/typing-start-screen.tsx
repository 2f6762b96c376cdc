import { Form, useNavigation } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FileField } from '#ui/file-field.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { typingMessages } from '../messages/typing-messages.ts';
import { fastEntryColumns } from '../rules/fast-entry.ts';
import { ListFactsCard } from './list-facts-card.tsx';
import { paperKinds } from './paper-kinds.ts';
import { TypedColumns } from './typed-columns.tsx';
import './typing.css';

export type StartTypingReply = {
  typed: Readonly<Record<string, string>>;
  chosen: readonly string[];
  refusal: Refusal;
};

/** Begins a list that stands on paper only: its photo, what the office says of it, and which columns it has. */
export function TypingStartScreen({ today, reply }: { today: string; reply?: StartTypingReply }) {
  const locale = useLocale();
  const t = messagesFor(typingMessages, locale);
  const isSending = useNavigation().state !== 'idle';
  const values = reply?.typed ?? {};
  const errors = reply?.refusal.fields;
  const labels = {
    file: t.file,
    name: t.name,
    kind: t.kind,
    asOf: t.asOf,
    legalBasis: t.legalBasis,
    fields: t.fields,
  };
  return (
    <div className="stack">
      <title>{`${t.title} · Gawangan`}</title>
      <PageHeader title={t.title} lead={t.lead} back={{ to: '/daftar', label: t.backToLists }} />
      <Form method="post" encType="multipart/form-data" className="stack" noValidate>
        <ErrorSummary refusal={reply?.refusal} labels={labels} />
        <Card title={t.paper}>
          <FileField
            name="file"
            label={t.file}
            hint={t.fileHint}
            optional
            errors={errors}
            accept={paperKinds}
          />
        </Card>
        <ListFactsCard words={t} values={values} errors={errors} today={today} usualKind="village" />
        <Card>
          <TypedColumns
            label={t.fields}
            hint={t.fieldsHint}
            chosen={reply?.chosen ?? fastEntryColumns.map(({ field }) => field)}
            errors={errors}
          />
        </Card>
        <div className="row">
          <Button disabled={isSending}>{isSending ? t.starting : t.start}</Button>
        </div>
      </Form>
    </div>
  );
}
