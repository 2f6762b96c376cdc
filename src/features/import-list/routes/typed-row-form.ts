import { typedFields } from '../rules/fast-entry.ts';
import type { ListField } from '../rules/list-fields.ts';

/** The form of one typed row, as `saveTypedRow` wants it; every cell is named by its field. */
export function readTypedRow(importId: string, typed: Readonly<Record<string, string>>) {
  const values: Partial<Record<ListField, string>> = {};
  for (const field of typedFields) {
    const value = typed[field];
    if (value !== undefined && value.trim() !== '') values[field] = value;
  }
  return { importId, entryId: typed.entryId, rowNumber: typed.rowNumber, values };
}
