import type { FieldRefusal } from '#kernel/refusal.ts';

/** What stands in a form, by the name of the field. */
export type FormValues = Readonly<Record<string, string>>;

/** What every group of fields takes. */
export type FieldsProps = { values: FormValues; errors?: readonly FieldRefusal[] };

/** Whether something in these fields must be mended: then they are shown opened. */
export function hasErrorIn(errors: readonly FieldRefusal[] | undefined, paths: readonly string[]): boolean {
  return errors?.some(({ path }) => paths.includes(path)) ?? false;
}
