import { useEffect, useRef, useState } from 'react';
import { messagesFor } from '#kernel/language.ts';
import { FieldError, FieldHint, type FieldProps, useField } from '#ui/field.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Icon } from '#ui/icon.tsx';
import { IconExclamationCircle, IconFileSpreadsheet, IconUpload } from '#ui/icons.ts';
import { useHydrated } from '#ui/use-hydrated.ts';
import { useLocale } from '#ui/use-locale.ts';
import { bringInMessages } from '../messages/bring-in-messages.ts';

/** Kinds of files that are read; others are answered by what is inside them, so this only helps to find one. */
const listFileKinds = '.xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt';
const LARGEST = 100 * 1024 * 1024;

/**
 * A file by button or by dropping it. The browser's own file input lies over the whole face, so that dropping,
 * keyboard and screen reader are the browser's; without scripts it is shown as it is.
 */
export function DropFile({
  name,
  label,
  hint,
  errors,
  again,
  onFile,
}: FieldProps & {
  /** The form was declined; without scripts the file must be chosen anew. */
  again?: boolean;
  onFile?: (file: File) => void;
}) {
  const locale = useLocale();
  const t = messagesFor(bringInMessages, locale);
  const field = useField({ name, hint, errors });
  const input = useRef<HTMLInputElement>(null);
  const hydrated = useHydrated();
  const [file, setFile] = useState<File | null>(null);
  const [over, setOver] = useState(false);
  // A file chosen before the scripts ran.
  useEffect(() => setFile(input.current?.files?.[0] ?? null), []);
  const isTooLarge = file !== null && file.size > LARGEST;
  return (
    <div className="field drop-field">
      <label className="label" htmlFor={field.id}>
        {label}
      </label>
      <FieldHint id={field.id} hint={hint} />
      {again && file === null && <strong className="small">{t.again}</strong>}
      <div className={['drop', hydrated ? 'live' : '', over ? 'over' : ''].join(' ').trim()}>
        <input
          {...field.input}
          ref={input}
          type="file"
          accept={listFileKinds}
          className={hydrated ? undefined : 'input file'}
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0] ?? null;
            setFile(chosen);
            if (chosen) onFile?.(chosen);
          }}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
        />
        {hydrated && (
          <div className="drop-face" aria-hidden="true">
            <Icon of={file ? IconFileSpreadsheet : IconUpload} size={28} />
            {file ? (
              <span>
                <strong>{file.name}</strong>
                <span className="row-note">
                  {size(file.size, locale)} · {t.changeFile}
                </span>
              </span>
            ) : (
              <span className="drop-words">
                <span className="for-mouse">{t.drop}</span>
                <span className="for-thumb">{t.dropOnPhone}</span>
              </span>
            )}
          </div>
        )}
      </div>
      {isTooLarge && (
        <span className="error" role="alert">
          <Icon of={IconExclamationCircle} size={16} />
          {t.tooLarge}
        </span>
      )}
      <FieldError id={field.id} error={field.error} />
    </div>
  );
}

/** `412 KB`, `3,1 MB` */
function size(bytes: number, locale: Parameters<typeof formatNumber>[1]): string {
  return bytes < 1024 * 1024
    ? `${formatNumber(Math.max(1, Math.round(bytes / 1024)), locale)} KB`
    : `${formatNumber(bytes / 1024 / 1024, locale)} MB`;
}
