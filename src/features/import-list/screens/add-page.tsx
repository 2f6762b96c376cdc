import type { FormEvent } from 'react';
import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FileField } from '#ui/file-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { typingMessages } from '../messages/typing-messages.ts';
import { paperKinds } from './paper-kinds.ts';

type Props = {
  /** How many pages there are already. */
  pages: number;
  refusal: Refusal | undefined;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
};

/** The photo of one more page of the paper, or of the first. */
export function AddPage({ pages, refusal, onSubmit }: Props) {
  const t = messagesFor(typingMessages, useLocale());
  return (
    // Folded again once the page has come.
    <details className="more" key={pages} open={refusal !== undefined}>
      <summary>{pages === 0 ? t.addPhoto : t.addPage}</summary>
      <Form
        method="post"
        encType="multipart/form-data"
        className="stack tight"
        onSubmit={onSubmit}
        noValidate
      >
        <ErrorSummary refusal={refusal} labels={{ file: t.file }} />
        <input type="hidden" name="intent" value="page" />
        <FileField
          name="file"
          label={t.file}
          hint={t.fileHint}
          accept={paperKinds}
          {...(refusal?.fields ? { errors: refusal.fields } : {})}
        />
        <Button look="secondary" className="start">
          {t.addPageNow}
        </Button>
      </Form>
    </details>
  );
}
