import type { ReactNode } from 'react';
import { fieldMessage } from '#kernel/field-code.ts';
import { defineMessages, messagesFor } from '#kernel/language.ts';
import type { FieldRefusal } from '#kernel/refusal.ts';
import { fieldId } from './field-id.ts';
import { Icon } from './icon.tsx';
import { IconExclamationCircle } from './icons.ts';
import { useLocale } from './use-locale.ts';

const texts = defineMessages({ id: { optional: ' (boleh kosong)' }, en: { optional: ' (optional)' } });

/** What every field takes. `name` is also its path in refusals. */
export type FieldProps = {
  name: string;
  label: ReactNode;
  /** Said before one goes wrong: an example, why it is asked. */
  hint?: ReactNode;
  /** May stay empty; said beside the label. */
  optional?: boolean;
  /** `refusal?.fields`: each field picks its own. */
  errors?: readonly FieldRefusal[];
};

/** What ties an input to its label, hint and error; spread `input` onto it. */
export function useField({ name, hint, errors }: Pick<FieldProps, 'name' | 'hint' | 'errors'>) {
  const locale = useLocale();
  const id = fieldId(name);
  const code = errors?.find((one) => one.path === name)?.code;
  const describedBy =
    [hint ? `${id}-petunjuk` : '', code ? `${id}-keliru` : ''].filter(Boolean).join(' ') || undefined;
  return {
    id,
    error: code ? fieldMessage(code, locale) : undefined,
    input: { id, name, 'aria-invalid': code ? true : undefined, 'aria-describedby': describedBy } as const,
  };
}

export function OptionalMark({ optional }: { optional?: boolean }) {
  const t = messagesFor(texts, useLocale());
  return optional ? <span className="optional">{t.optional}</span> : null;
}

export function FieldHint({ id, hint }: { id: string; hint?: ReactNode }) {
  return hint ? (
    <span className="hint" id={`${id}-petunjuk`}>
      {hint}
    </span>
  ) : null;
}

export function FieldError({ id, error }: { id: string; error?: string }) {
  return error ? (
    <span className="error" id={`${id}-keliru`}>
      <Icon of={IconExclamationCircle} size={16} />
      {error}
    </span>
  ) : null;
}
