import { defineMessages, type Locale, messagesFor } from '#kernel/language.ts';
import { fieldLabel, type ListField } from '../rules/list-fields.ts';

const own = defineMessages<Partial<Record<ListField, string>>>({
  id: { sales: 'Omzet per bulan' },
  en: { sales: 'Sales per month' },
});

/** What a column of the typing page is called: paper lists ask for the turnover of a month, and it says so. */
export function typedLabel(field: ListField, locale: Locale): string {
  return messagesFor(own, locale)[field] ?? fieldLabel(field, locale);
}

/** The same as a heading of the sheet of rows to mend, which goes back to the village. */
export const headingOfTyped = (field: ListField): string => typedLabel(field, 'id');
