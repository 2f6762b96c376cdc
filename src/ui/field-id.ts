/** The id of the input of a field, from the field's path: `owner.nik` → `isian-owner-nik`. */
export function fieldId(path: string): string {
  return `isian-${path.replace(/[^\w-]+/g, '-')}`;
}
