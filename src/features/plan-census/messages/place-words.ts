import { type Locale, messagesFor } from '#kernel/language.ts';
import { sheetMessages } from './sheet-messages.ts';

/** `RT 05 / RW 02`, or what of it is known. */
export function rtWords(place: { rw: string | null; rt: string | null }, locale: Locale): string {
  const t = messagesFor(sheetMessages, locale);
  const { rw, rt } = place;
  if (rw !== null && rt !== null) return t.rtRw({ rw, rt });
  if (rw !== null) return t.onlyRw({ rw });
  return rt === null ? t.unknown : t.onlyRt({ rt });
}
