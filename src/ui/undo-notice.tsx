import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { defineMessages, messagesFor } from '#kernel/language.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { useLocale } from './use-locale.ts';

const texts = defineMessages({ id: { undo: 'Batalkan' }, en: { undo: 'Undo' } });

type Props = {
  /** What was done: "Tersimpan." */
  children: ReactNode;
  /** Where undoing is posted; the present page when left out. */
  action?: string;
  /** What the undo needs, such as `{ intent: 'undo', changeId }`. */
  fields: Record<string, string>;
};

/** Says what was done and offers to take it back, instead of asking "are you sure" beforehand. */
export function UndoNotice({ children, action, fields }: Props) {
  const t = messagesFor(texts, useLocale());
  return (
    <Notice tone="done" live>
      {children}{' '}
      <Form method="post" action={action} preventScrollReset>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button look="quiet" className="inline">
          {t.undo}
        </Button>
      </Form>
    </Notice>
  );
}
