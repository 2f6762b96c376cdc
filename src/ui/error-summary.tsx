import { useEffect, useRef } from 'react';
import { fieldMessage } from '#kernel/field-code.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { refusalMessage } from '#kernel/refusal-messages.ts';
import { fieldId } from './field-id.ts';
import { Icon } from './icon.tsx';
import { IconExclamationCircle } from './icons.ts';
import { useLocale } from './use-locale.ts';

type Props = {
  refusal?: Refusal | null;
  /** Names of the fields as they stand on screen, by path. */
  labels?: Readonly<Record<string, string>>;
};

/** On top of a form that was declined: what happened, and a link to each field to mend. Nothing when all is well. */
export function ErrorSummary({ refusal, labels = {} }: Props) {
  const locale = useLocale();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusal) box.current?.focus();
  }, [refusal]);
  if (!refusal) return null;
  return (
    <div ref={box} className="notice wrong summary" role="alert" tabIndex={-1}>
      <Icon of={IconExclamationCircle} />
      <div>
        <strong>{refusalMessage(refusal, locale)}</strong>
        {refusal.fields && refusal.fields.length > 0 && (
          <ul>
            {refusal.fields.map(({ path, code }) => (
              <li key={`${path} ${code}`}>
                <a href={`#${fieldId(path)}`}>
                  {labels[path] ? `${labels[path]}: ` : ''}
                  {fieldMessage(code, locale)}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
