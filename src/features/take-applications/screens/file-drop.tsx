import { FieldHint, OptionalMark, useField } from '#ui/field.tsx';
import './file-drop.css';

/** What phones and WhatsApp Web hand over, and keepFile accepts. */
const KEPT = 'image/jpeg,image/png,image/webp,image/heic,.heic,application/pdf';

type Props = { name: string; label: string; hint: string; optional?: boolean; required?: boolean };

/** Several files at once: the input itself is the box that they are dropped into, so it works without scripts. */
export function FileDrop({ name, label, hint, optional = false, required = false }: Props) {
  const field = useField({ name, hint });
  return (
    <div className="field">
      <label className="label" htmlFor={field.id}>
        {label}
        <OptionalMark optional={optional} />
      </label>
      <FieldHint id={field.id} hint={hint} />
      <input {...field.input} type="file" multiple accept={KEPT} required={required} className="file-drop" />
    </div>
  );
}
