import { defineMessages, type Locale, messagesFor } from '#kernel/language.ts';

const names = defineMessages({
  id: { needs_mending: 'Perlu diperbaiki', other_area: 'Daerah lain' },
  en: { needs_mending: 'To be mended', other_area: 'Other areas' },
});

/** What sheet and file of such rows are called. */
export const sheetName = (which: 'needs_mending' | 'other_area', locale: Locale): string =>
  messagesFor(names, locale)[which];
