import type { Locale } from '#kernel/language.ts';

/** Language tags of browsers and programs; `in` is the old code for Bahasa Indonesia. */
const localeOf: Readonly<Record<string, Locale>> = { id: 'id', in: 'id', en: 'en' };

/** The language asked for by an `Accept-Language` header (RFC 9110 §12.5.4); Bahasa Indonesia unless English is preferred. */
export function acceptedLocale(header: string | undefined): Locale {
  let best: { locale: Locale; weight: number } = { locale: 'id', weight: 0 };
  for (const part of (header ?? '').split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const locale = localeOf[tag.split('-')[0] ?? ''];
    const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
    const weight = quality ? Number(quality.trim().slice(2)) : 1;
    if (locale && weight > best.weight) best = { locale, weight };
  }
  return best.locale;
}
