import type { Locale } from '#kernel/language.ts';
import { tagName } from './plan-words.ts';
import type { Tag } from './selection-plan.ts';

/** The name of a limit in the published problem (`reserve:women@id`) in words, inside a sentence. */
export function limitInWords(name: string, locale: Locale): string {
  const at = name.indexOf(':');
  const kind = name.slice(0, at);
  // The intake stands behind the last @; a sector's tag holds a colon of its own.
  const tag = name.slice(at + 1).replace(/@[^@]*$/, '') as Tag;
  const isIndonesian = locale === 'id';
  if (kind === 'reserve')
    return isIndonesian ? `kursi khusus ${tagName(tag, 'id')}` : `seats set aside for ${tagName(tag, 'en')}`;
  if (kind === 'quota')
    return isIndonesian ? `batas ${tagName(tag, 'id')}` : `the limit for ${tagName(tag, 'en')}`;
  if (kind === 'budget') return isIndonesian ? 'anggaran' : 'money';
  return isIndonesian ? 'jumlah kursi' : 'the number of seats';
}
