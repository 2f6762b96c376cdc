import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Icon } from '#ui/icon.tsx';
import { IconPlus } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { profileMessages } from '../messages/profile-messages.ts';

type SectionProps = { id: string; title: string; action?: ReactNode; saved?: boolean; children: ReactNode };

/** A part of the profile that can be led to (`#produk`); says so when something in it was just saved. */
export function ProfileSection({ id, title, action, saved, children }: SectionProps) {
  const t = messagesFor(profileMessages, useLocale());
  return (
    <section className="card" id={id} aria-labelledby={`${id}-judul`}>
      <div className="card-head">
        <h2 id={`${id}-judul`}>{title}</h2>
        {action}
      </div>
      <div className="stack tight">
        {saved && (
          <Notice tone="done" live>
            {t.saved}
          </Notice>
        )}
        {children}
      </div>
    </section>
  );
}

type SmallFormProps = {
  intent: string;
  /** Names the folded form: "Tambah produk". */
  label: string;
  refusal?: Refusal;
  labels?: Readonly<Record<string, string>>;
  upload?: boolean;
  children: ReactNode;
};

/** A form folded under its name; open when it was declined, with everything typed still in it. */
export function SmallForm({ intent, label, refusal, labels, upload, children }: SmallFormProps) {
  const t = messagesFor(profileMessages, useLocale());
  return (
    <details className="small-form" open={refusal !== undefined}>
      <summary>
        <Icon of={IconPlus} size={18} />
        {label}
      </summary>
      <Form
        method="post"
        className="fields"
        noValidate
        preventScrollReset
        encType={upload ? 'multipart/form-data' : undefined}
      >
        <ErrorSummary refusal={refusal} labels={labels} />
        <input type="hidden" name="intent" value={intent} />
        {children}
        <Button look="secondary" className="start">
          {t.save}
        </Button>
      </Form>
    </details>
  );
}
