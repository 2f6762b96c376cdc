import { Form } from 'react-router';
import { defineMessages, messagesFor } from '#kernel/language.ts';
import { Button } from './button.tsx';
import { fieldId } from './field-id.ts';
import { Icon } from './icon.tsx';
import { IconEye } from './icons.ts';
import { useLocale } from './use-locale.ts';

const texts = defineMessages({
  id: {
    see: 'Lihat',
    seeWhat: (p: { label: string }) => `Lihat ${p.label}`,
    reason: 'Untuk keperluan apa?',
    recorded: 'Siapa yang melihat, kapan, dan untuk apa, tercatat di Jejak.',
    shown: 'Ditampilkan dan sudah dicatat',
  },
  en: {
    see: 'Show',
    seeWhat: (p) => `Show ${p.label}`,
    reason: 'What do you need it for?',
    recorded: 'Who looks, when and why is recorded in the trail.',
    shown: 'Shown and recorded',
  },
});

type Props = {
  /** "NIK", "Nomor HP": said to screen readers beside "Lihat". */
  label: string;
  /** What everybody sees: `3375••••••••0001`. */
  masked: string;
  /** The value itself, from actionData of the reveal; undefined until then. */
  revealed?: string;
  /** What the reveal posts besides `reason`, such as `{ intent: 'reveal', field: 'nik', ownerId }`. */
  fields: Record<string, string>;
  /** Where it is posted; the present page when left out. */
  action?: string;
  /** Usual reasons, offered while typing. */
  reasons?: readonly string[];
};

/** Personal data behind a cover: seeing it takes a reason, which is recorded. */
export function MaskedValue({ label, masked, revealed, fields, action, reasons = [] }: Props) {
  const t = messagesFor(texts, useLocale());
  const id = fieldId(`reason-${label}-${Object.values(fields).join('-')}`);
  if (revealed !== undefined) {
    return (
      <span className="masked">
        <span className="mono">{revealed}</span> <span className="soft small">{t.shown}</span>
      </span>
    );
  }
  return (
    <div className="masked">
      <span className="mono">{masked}</span>
      <details>
        <summary aria-label={t.seeWhat({ label })}>
          <Icon of={IconEye} size={18} />
          {t.see}
        </summary>
        <Form method="post" action={action} preventScrollReset className="field">
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <label className="label" htmlFor={id}>
            {t.reason}
          </label>
          <span className="hint">{t.recorded}</span>
          <input
            id={id}
            name="reason"
            className="input"
            required
            minLength={4}
            list={reasons.length > 0 ? `${id}-list` : undefined}
          />
          {reasons.length > 0 && (
            <datalist id={`${id}-list`}>
              {reasons.map((reason) => (
                <option key={reason} value={reason} />
              ))}
            </datalist>
          )}
          <Button look="secondary">{t.seeWhat({ label })}</Button>
        </Form>
      </details>
    </div>
  );
}
