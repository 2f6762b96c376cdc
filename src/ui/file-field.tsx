import { FieldError, FieldHint, type FieldProps, OptionalMark, useField } from './field.tsx';

/** One file, from the folder or, on a phone, from the camera. */
export function FileField({ name, label, hint, optional, errors, accept }: FieldProps & { accept: string }) {
  const field = useField({ name, hint, errors });
  return (
    <div className="field">
      <label className="label" htmlFor={field.id}>
        {label}
        <OptionalMark optional={optional} />
      </label>
      <FieldHint id={field.id} hint={hint} />
      <input {...field.input} type="file" accept={accept} className="input file" />
      <FieldError id={field.id} error={field.error} />
    </div>
  );
}
