import { useRef } from 'react';
import { Form, Link, useNavigation } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextareaField } from '#ui/textarea-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { bringInMessages } from '../messages/bring-in-messages.ts';
import { DropFile } from './drop-file.tsx';
import { ListFactsCard } from './list-facts-card.tsx';
import { suggestedName } from './suggested-name.ts';
import './import.css';

export type BringInReply = { typed: Readonly<Record<string, string>>; refusal: Refusal };

/** Hands over a list: the file or what was pasted, and what the office says of it. */
export function BringInScreen({ today, reply }: { today: string; reply?: BringInReply }) {
  const locale = useLocale();
  const t = messagesFor(bringInMessages, locale);
  const form = useRef<HTMLFormElement>(null);
  const isSending = useNavigation().state !== 'idle';
  const values = reply?.typed ?? {};
  const errors = reply?.refusal.fields;
  const labels = {
    file: t.file,
    pasted: t.pasted,
    name: t.name,
    kind: t.kind,
    asOf: t.asOf,
    legalBasis: t.legalBasis,
  };
  const nameAfter = (file: File) => {
    const name = form.current?.elements.namedItem('name');
    if (name instanceof HTMLInputElement && name.value === '') name.value = suggestedName(file.name);
  };
  return (
    <div className="stack bring-in">
      <title>{`${t.title} · Gawangan`}</title>
      <PageHeader title={t.title} lead={t.lead} back={{ to: '/daftar', label: t.back }} />
      <Form ref={form} method="post" encType="multipart/form-data" className="stack" noValidate>
        <ErrorSummary refusal={reply?.refusal} labels={labels} />
        <Card title={t.theList}>
          <div className="fields">
            <DropFile
              name="file"
              label={t.file}
              hint={t.formats}
              again={values.pasted === '' && !errors?.some(({ path }) => path === 'file')}
              errors={errors}
              onFile={nameAfter}
            />
            <details
              className="more"
              open={Boolean(values.pasted) || errors?.some(({ path }) => path === 'pasted')}
            >
              <summary>{t.paste}</summary>
              <TextareaField
                name="pasted"
                label={t.pasted}
                hint={t.pastedHint}
                errors={errors}
                defaultValue={values.pasted}
                rows={8}
                spellCheck={false}
              />
            </details>
            <p className="small">
              {t.onPaper} <Link to="/daftar/ketik">{t.typeFast}</Link>
            </p>
          </div>
        </Card>
        <ListFactsCard words={t} values={values} errors={errors} today={today} />
        <div className="row">
          <Button disabled={isSending}>{isSending ? t.sending : t.send}</Button>
          <span className="soft small">{t.next}</span>
        </div>
      </Form>
    </div>
  );
}
